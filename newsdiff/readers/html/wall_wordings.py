"""How pages that stand in place of an article word their titles and their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Kind(NamedTuple):
    """What a page is instead of an article, and the wording of its title and of its lines."""

    name: str
    title: re.Pattern[str]
    line: re.Pattern[str]


def _kind(name: str, title: Sequence[str], line: Sequence[str]) -> Kind:
    compiled = (re.compile("(?i)" + "|".join(f"(?:{one})" for one in some)) for some in (title, line))
    return Kind(name, *compiled)


KINDS = (
    _kind(
        "a check for JavaScript or robots",
        (
            r"^just a moment|^un momento|^einen moment|^un instant|^attention required|^access denied$"
            r"|^robot check"
            r"|^security check|^one more step|^are you (?:a )?(?:human|robot)|^please (?:wait|verify)"
            r"|^checking your"
            r"|^verif(?:y|ying) (?:that )?you|^ddos|^pardon our interruption|^human verification|^captcha",
            r"^bist du ein|^sind sie ein|^vérification|^verificación|^проверка|^comprobando (?:su|tu|el)"
            r"|^access to this (?:page|site) (?:has been )?(?:denied|blocked)|^(?:press|hold) (?:&|and) ",
        ),
        (
            r"\b(?:enable|activate|turn on|requires?|allow|need) (?:javascript|cookies|js)\b"
            r"|\bjavascript (?:is|and cookies"
            r"|must|has to|to continue)\b|\b(?:aktivieren|activez|habilit[ae]|active|attiva|abilita|włącz"
            r"|schakel)\b"
            r".{0,30}\bjavascript\b|\bjavascript\b.{0,40}\b(?:aktivieren|aktiviert|activer|activé"
            r"|habilitar|activado"
            r"|abilitare|attivare|inschakelen|włączyć|aktivera|aktiver)\b|включите javascript",
            r"\bchecking (?:your browser|if the site)|\bverif(?:y|ying) (?:that )?you are (?:a )?human"
            r"|\bnot a (?:robot|bot)\b"
            r"|\bare you a (?:robot|human)|\bunusual (?:traffic|activity)\b|\bautomated (?:access"
            r"|requests?|traffic)\b"
            r"|\bcaptcha\b|\bray id\b|\bcloudflare\b|\bddos\b|\bbrowser will (?:be )?redirect"
            r"|\bcomplete the (?:security check|challenge)|\b(?:security|protection) (?:service"
            r"|of this (?:web)?site)\b"
            r"|\breview the security of your connection|\byou have been blocked|\bsee this page by mistake"
            r"|\bad ?blocker\b|\bdu (?:bist )?kein roboter|\bkein(?:en)? roboter|\brobot\b.{0,20}\bêtes"
            r"|\bno (?:eres|es|soy|sea) un robot|\bnon (?:sei|è|sia|sono) un robot|\bnão (?:é|sou|és) um robô"
            r"|\bgeen robot\b|\bnie jeste(?:ś|m) robotem|\binte (?:är )?en robot"
            r"|\bautomatic(?:ally)? and your browser|не робот",
            r"\bplease (?:wait|stand by) while|\byour ip address|\breference (?:number|id|#)",
        ),
    ),
    _kind(
        "an error page",
        (
            r"\b(?:page|article|story|content|file) (?:was |is |could )?not (?:be )?(?:found|available)\b"
            r"|^(?:error\s)?(?:404|410|403|500|502|503)\b|\b(?:error|http) (?:404|410|403|5\d\d)\b"
            r"|\bpage (?:no longer|doesn['’]t"
            r"|does not) exists?\b|\bno longer (?:exists?|available)\b|^(?:oops|uh[ -]oh)\b"
            r"|^not found$|^(?:internal )?server error\b|^bad gateway|^service (?:temporarily )?unavailable"
            r"|^gateway time-?out|^too many requests|^(?:429|504) "
            r"|\b(?:page|article|story|content) (?:has been |was )?(?:removed|deleted|taken down)\b",
            r"^(?:(?:the |this |our )?(?:web)?site|we(?:['’]re| are)|down|under|scheduled)\b"
            r".{0,20}\bmaintenance\b|^wartungs(?:arbeiten|modus)|^(?:site )?en maintenance|^en mantenimiento"
            r"|^in manutenzione",
            r"\bseite (?:wurde )?(?:leider )?nicht gefunden|\b(?:artikel"
            r"|seite) nicht (?:mehr )?(?:verfügbar|vorhanden)"
            r"|\bpage (?:introuvable|non trouvée)|\bpágina no (?:encontrada|existe|disponible)"
            r"|\bpagina non trovata"
            r"|\bpágina não encontrada|\bpagina niet gevonden|\bnie znaleziono|\bnie została znaleziona"
            r"|\b(?:sidan|siden) (?:hittades inte|blev ikke fundet|finnes ikke|ble ikke funnet)"
            r"|страница не найдена"
            r"|сторінку не знайдено|\bsivua ei löy|ページが見つかりません|页面不存在|페이지를 찾을 수 없",
        ),
        (
            r"\b(?:page|article|story|content|link|url|address|file)\b[^.!?]{0,40}\b(?:you(?:['’](?:re"
            r"|ve))?|requested|were"
            r" looking)\b[^.!?]{0,60}",
            r"\b(?:may|might|could) have (?:been )?(?:moved|deleted|removed|expired|renamed)"
            r"|\bnever existed\b"
            r"|\b(?:no longer|does ?n[o'’]t) (?:exists?|available)|\bcheck the (?:address|url|spelling|link)"
            r"|\b(?:try|use) (?:our|the|using) search|\b(?:go|return|back) to (?:the |our )?(?:home|front"
            r"|main) ?page"
            r"|\bcan(?:not|['’]t) (?:be found|find (?:that|the|this) page)|\bwe(?:['’]re| are) sorry\b"
            r"|\bsorry\b.{0,40}\bpage\b"
            r"|\bserver encountered\b|\bunable to (?:complete|process|handle) your request"
            r"|\btoo many requests|\btry again (?:later|in a few)"
            r"|\bsorry for the inconvenience|\bbe (?:right )?back (?:soon|shortly)"
            r"|\bnginx\b|\bdown for maintenance|\bperforming (?:\w+ )?maintenance"
            r"|\bmost read\b|\bpopular stories\b|\bbroken link\b|\bmistyped\b|\bfehler 404|\berror 404",
            r"\b(?:gesuchte|gewünschte|angeforderte|aufgerufene) (?:seite|artikel|inhalt)"
            r"|\bzur startseite|\bleider\b.{0,40}"
            r"\b(?:seite|artikel)|\bpage (?:demandée|recherchée|que vous)|\b(?:retour"
            r"|revenir) à (?:l['’]accueil|la page)"
            r"|\bpágina (?:que (?:busca|has|ha|você)|solicitada)|\bvolver a (?:la )?(?:portada|página|inicio)"
            r"|\bpagina (?:che (?:cerchi|stai|hai)|richiesta|die u|die je|opgevraagde)|\btorna alla home"
            r"|\bstrona,? której"
            r"|\bstrony głównej|\bsidan du (?:söker|letar)|\bsiden du (?:leder|leter|søker)|\b(?:till"
            r"|til) (?:start|forside)"
            r"|запрашиваем|главную страницу|вернуться на главную",
        ),
    ),
    _kind(
        "a consent wall",
        (
            r"\bwith (?:adverts|ads|advertising)\b|^(?:your|we value your|we care about your) privacy"
            r"|\bprivacy (?:settings"
            r"|choices|preferences)\b|\bcookie (?:consent|settings|preferences|notice|wall)\b"
            r"|\bconsent\b$|^before you continue"
            r"|\bmit werbung\b|\bdatenschutz|\bzustimmung\b|\beinwilligung\b|\bcookies? (?:et|und|e|en|y)\b"
            r"|\bgestion des cookies|\bconfiguración de (?:cookies|privacidad)|\bcookie-?instellingen"
            r"|\bcookie-?inställningar",
        ),
        (
            r"\b(?:we|you|your|our|us|accept|manage|reject|agree|visit)\b[^.!?]{0,120}\b(?:cookies?"
            r"|consent|tracking|personal"
            r" (?:data|information)|privacy (?:policy|settings|choices|notice|preferences)|partners"
            r"|advertis\w+)\b",
            r"\b(?:cookies?|consent|tracking|personal (?:data|information)|privacy|partners|advertis\w+"
            r"|adverts|ads)\b"
            r"[^.!?]{0,120}\b(?:we|you|your|our|us|accept|manage|reject|agree)\b",
            r"\b(?:accept|agree|reject|allow|consent)(?: (?:and|to|all|or))? (?:continue|close|all"
            r"|cookies|additional)\b"
            r"|\bwithout tracking\b|\bpur(?:e)?-?abo\b|\balready a subscriber\b"
            r"|\bstore and/or access information\b"
            r"|\blegitimate interest\b|\bmanage (?:options|settings|preferences)\b",
            r"\b(?:wir|sie|ihre|unsere|zustimmen|akzeptieren|nutzen)\b[^.!?]{0,120}\b(?:cookies?|tracking"
            r"|daten(?:schutz\w*)?"
            r"|werbung|partnern?|einwilligung)\b|\b(?:cookies?|tracking|werbung"
            r"|daten)\b[^.!?]{0,120}\b(?:wir|sie|ihre[nr]?"
            r"|unsere[nr]?|zustimmen|akzeptieren)\b",
            r"\b(?:nous|vous|vos|nos|notre|accepter|refuser)\b[^.!?]{0,120}\b(?:cookies?|traceurs|données"
            r"|publicités?"
            r"|partenaires|consentement)\b|\b(?:cookies?|traceurs|données"
            r"|partenaires)\b[^.!?]{0,120}\b(?:nous|vous|vos|nos)\b",
            r"\b(?:nosotros|nuestros?|sus?|usted|utilizamos|usamos|aceptar|rechazar"
            r"|acepta)\b[^.!?]{0,120}\b(?:cookies?|datos"
            r"|publicidad|socios|consentimiento)\b|\bcookies?\b[^.!?]{0,80}\b(?:aceptar|rechazar"
            r"|configurar)\b",
            r"\b(?:noi|nostri|tuoi|utilizziamo|usiamo|accetta|rifiuta"
            r"|accettare)\b[^.!?]{0,120}\b(?:cookies?|dati|pubblicità"
            r"|partner|consenso)\b|\b(?:nós|nossos|seus|utilizamos|aceitar"
            r"|rejeitar)\b[^.!?]{0,120}\b(?:cookies?|dados"
            r"|publicidade|parceiros|consentimento)\b",
            r"\b(?:wij|we|onze|uw|je|jouw|akkoord|accepteren|weigeren)\b[^.!?]{0,120}\b(?:cookies?"
            r"|gegevens|advertenties|partners"
            r"|toestemming)\b|\b(?:vi|våra|dina|vores|dine|våre|godkänn|acceptér"
            r"|godta)\b[^.!?]{0,120}\b(?:cookies?|kakor"
            r"|uppgifter|annoncer|annonser|samtykke|samtycke|partnere?|partners)\b",
            r"\b(?:nasz\w*|my|twoj\w*|akceptuj\w*|zgadzam|wyrażam)\b[^.!?]{0,120}\b(?:cookies?|danych"
            r"|reklam\w*|zgod\w*"
            r"|partner\w*)\b|\b(?:мы|ваш\w*|наш\w*|принять|согласи\w*)\b[^.!?]{0,120}(?:cookie|данн\w*"
            r"|реклам\w*)",
        ),
    ),
    _kind(
        "a page that is not shown in this country",
        (
            r"^451\b|\bunavailable (?:due to|for) legal reasons\b|\b(?:not|un)\s?available in your"
            r" (?:country|region|location|area)\b",
            r"\bin (?:ihrem|deinem) land nicht verfügbar|\bpas disponible dans votre (?:pays|région)"
            r"|\bno (?:está )?disponible en (?:su|tu) (?:país|región)",
        ),
        (
            r"\b(?:european economic area|general data protection regulation|gdpr|geo-?block\w*)\b"
            r"|\b(?:can(?:not|['’]t)|unable to) (?:grant|give|offer|provide) you access\b"
            r"|\bavailable in your (?:country|region|location|area)\b",
            r"\bin (?:ihrem|deinem) land\b|\bdans votre (?:pays|région)\b|\ben (?:su|tu) (?:país|región)\b",
        ),
    ),
    _kind(
        "a paywall without the article's text",
        (r"^(?:subscribe|subscribers? only|subscription required|become a (?:member|subscriber))\b",),
        (
            r"\b(?:subscri(?:be|bers?|ption)|sign (?:in|up)|register|become a member|free trial"
            r"|unlimited access)\b",
            r"\b(?:limit|number|rest|last|all) of (?:your )?(?:free |monthly )?articles?\b"
            r"|\bfree articles? (?:left|remaining|this|per|a)\b",
            r"\b(?:continue|keep) reading\b|\b(?:unlock|access to) (?:this|the|all|our)\b"
            r"|\bcancel (?:at )?any ?time\b"
            r"|\bper (?:week|month|year)\b|\ba (?:week|month)\b.{0,30}\b(?:trial|offer|first)\b",
            r"\b(?:abonnieren|abonnement|abonnenten|abonnez|abonnés?|suscr[ií]b\w*|suscriptor\w*"
            r"|suscripción|abbona\w*"
            r"|assin(?:e|ante|atura)\w*|abonn(?:ee|ér|era|er)\w*|prenumer\w+|subskry\w+|подпи[сш]\w+)\b"
            r"|\bweiterlesen\b"
            r"|\blire la suite\b|\bseguir leyendo\b|\bcontinua a leggere\b|\bverder lezen\b",
        ),
    ),
    _kind(
        "a login page",
        (
            r"^(?:log|sign)[ -]?in\b|\b(?:log|sign)[ -]?in (?:to|or)\b|^(?:anmelden|anmeldung|einloggen"
            r"|login|connexion"
            r"|se connecter|iniciar sesión|accedi|entrar|inloggen|logga in|log ind|logg inn|zaloguj)\b"
            r"|^register\b"
            r"|^create (?:an|your) account",
        ),
        (
            r"\b(?:log|sign)[ -]?in\b|\bforgot(?:ten)? (?:your )?password\b|\b(?:create"
            r"|register for) an? (?:free )?account\b"
            r"|\b(?:your|enter) (?:e-?mail|password|user ?name)\b|\bremember me\b"
            r"|\bdon['’]t have an account\b"
            r"|\balready (?:have an account|registered)\b|\bkeep me (?:logged|signed) in\b",
            r"\bpasswort\b|\bmelden sie sich\b|\bmot de passe\b|\bcontraseña\b|\bparola d['’]ordine\b"
            r"|\bwachtwoord\b"
            r"|\blösenord\b|\badgangskode\b|\bpassord\b|\bhasł[oa]\b|\bсистему\b|\bпарол\w*",
        ),
    ),
    _kind(
        "an age check",
        (
            r"^age (?:verification|check|gate|restricted)|^are you (?:over|at least|older than) \d\d"
            r"|^(?:bist du|sind sie) (?:schon |über |mindestens )\d\d|^avez-vous (?:plus de )?\d\d"
            r"|^verify your age|^¿(?:eres|es usted) mayor|^verificación de edad"
            r"|^altersprüfung|^vérification de l['’]âge",
        ),
        (
            r"\b(?:at least|over|older than) (?:1[68]|21)\b|\b(?:1[68]|21) years? (?:old|of age|or older)\b"
            r"|\b(?:confirm|verify|enter) your (?:age|date of birth)\b|\bmust be (?:1[68]|21)\b",
            r"\bmindestens (?:16|18)\b|\bvolljährig\b|\b(?:16|18) ans\b|\bmayor de (?:16|18|edad)\b",
        ),
    ),
    _kind(
        "a page that only links to another",
        (
            r"^(?:re-?directing|redirected?)\b|^(?:sie werden )?weiterge?leitet|^weiterleitung"
            r"|^redirection\b|^redirigiendo",
        ),
        (
            r"\b(?:being|be|are) redirected\b|\bif (?:nothing happens|you are not|you['’]re not)\b"
            r"|\bclick here\b|\bfollow this link\b",
            r"\bweitergeleitet\b|\bredirigé\w*\b|\bredirigid\w+\b|\breindirizzat\w+\b|\bdoorgestuurd\b",
        ),
    ),
)
