"""Countries by the names that pages print as a label of origin."""

COUNTRIES = frozenset(
    name.replace("_", " ")
    for name in """
    Afghanistan Algeria Argentina Armenia Australia Austria Azerbaijan Bangladesh Belarus Belgium
    Bolivia Bosnia Brazil Bulgaria Canada Chile China Colombia Croatia Cuba Cyprus Czech_Republic
    Czechia Denmark Ecuador Egypt England Estonia Ethiopia Finland France Georgia Germany Ghana Greece
    Hong_Kong Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan
    Kazakhstan Kenya Kosovo Kuwait Latvia Lebanon Libya Lithuania Luxembourg Malaysia Malta Mexico
    Moldova Montenegro Morocco Myanmar Nepal Netherlands New_Zealand Nigeria North_Korea North_Macedonia
    Northern_Ireland Norway Oman Pakistan Palestine Panama Peru Philippines Poland Portugal Qatar
    Romania Russia Rwanda Saudi_Arabia Scotland Serbia Singapore Slovakia Slovenia Somalia South_Africa
    South_Korea Spain Sri_Lanka Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey
    Türkiye UAE Uganda UK Ukraine United_Arab_Emirates United_Kingdom United_States Uruguay USA
    Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe
    """.split()
)
