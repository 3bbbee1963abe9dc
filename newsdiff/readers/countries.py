"""Countries by the names that pages print as a label of origin."""

COUNTRIES = frozenset(
    """Afghanistan|Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Bangladesh|Belarus|Belgium|Bolivia|Bosnia
    |Brazil|Bulgaria|Canada|Chile|China|Colombia|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Ecuador|Egypt
    |England|Estonia|Ethiopia|Finland|France|Georgia|Germany|Ghana|Greece|Hong Kong|Hungary|Iceland|India|Indonesia
    |Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Latvia|Lebanon|Libya
    |Lithuania|Luxembourg|Malaysia|Malta|Mexico|Moldova|Montenegro|Morocco|Myanmar|Nepal|Netherlands|New Zealand
    |Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palestine|Panama|Peru|Philippines
    |Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|Serbia|Singapore|Slovakia|Slovenia|Somalia
    |South Africa|South Korea|Spain|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey
    |Türkiye|UAE|Uganda|UK|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|USA|Uzbekistan
    |Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
