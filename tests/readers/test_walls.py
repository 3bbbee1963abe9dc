"""Pages that stand where an article should, and articles on the same matters."""

from __future__ import annotations

import pytest

from newsdiff.readers.errors import NoArticleError
from newsdiff.readers.files.article import article_of
from newsdiff.readers.html.walls import wall

CONSENT, ROBOTS, ERROR = "a consent wall", "a check for JavaScript or robots", "an error page"
COUNTRY = "a page that is not shown in this country"
LOGIN, PAYWALL = "a login page", "a paywall without the article's text"
WALLS = [
    pytest.param(
        CONSENT,
        "<title>Küstenblatt</title><h1>Wir brauchen Ihre Zustimmung</h1><p>Wir und unsere Partner verwenden"
        " Cookies. Mit Klick auf „Alle akzeptieren“ stimmen Sie zu.</p><button>Alle akzeptieren</button>",
        id="de consent with a quoted button",
    ),
    pytest.param(
        COUNTRY,
        "<title>451: Unavailable due to legal reasons</title><p>We recognize you are attempting to access"
        " this website from a country belonging to the European Economic Area and therefore cannot grant"
        " you access at this time.</p>",
        id="en not in this country",
    ),
    pytest.param(
        COUNTRY,
        "<title>Télé Côte</title><h1>Contenu pas disponible dans votre pays</h1><p>Désolé, pour des raisons"
        " de droits nous ne pouvons pas le montrer dans votre pays.</p>",
        id="fr not in this country",
    ),
    pytest.param(
        CONSENT,
        "<title>spiegel.example mit Werbung</title><h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns"
        " wie gewohnt mit Werbung und Tracking. Details zum Tracking finden Sie in unserer"
        " Datenschutzerklärung und in den Privatsphäre-Einstellungen.</p><p>Wir und unsere Partner"
        " verarbeiten Ihre Daten, um Werbung zu messen.</p><button>Akzeptieren</button>",
        id="de consent",
    ),
    pytest.param(
        CONSENT,
        "<title>Gestion des cookies</title><h1>Votre vie privée</h1><p>Avec votre accord, nos partenaires"
        " et nous utilisons des cookies pour stocker et accéder à vos données personnelles.</p><p>Vous"
        " pouvez accepter ou refuser à tout moment.</p>",
        id="fr consent",
    ),
    pytest.param(
        CONSENT,
        "<title>Before you continue to Planet</title><p>We use cookies and data to deliver and maintain"
        " our services.</p><p>If you choose to accept all, we will also use cookies and data to show"
        " personalised ads, depending on your settings.</p>",
        id="en consent gdpr",
    ),
    pytest.param(
        CONSENT,
        "<title>Planeta</title><p>Nosotros y nuestros socios utilizamos cookies para almacenar y acceder"
        " a datos personales.</p><p>Si acepta, podemos mostrar publicidad según sus datos.</p>",
        id="es consent",
    ),
    pytest.param(
        CONSENT,
        "<title>Pianeta</title><p>Noi e i nostri partner utilizziamo cookie e trattiamo i tuoi dati"
        " personali per mostrare pubblicità.</p><p>Accetta per continuare o abbonati senza cookie.</p>",
        id="it",
    ),
    pytest.param(
        CONSENT,
        "<title>Cookie-instellingen</title><p>Wij en onze partners gebruiken cookies om uw gegevens te"
        " verwerken en advertenties te tonen.</p>",
        id="nl",
    ),
    pytest.param(
        ROBOTS,
        "<title>Just a moment...</title><h2>planet.example</h2><p>Verify you are human by completing the"
        " action below.</p><p>planet.example needs to review the security of your connection before"
        " proceeding.</p><p>Ray ID: 8a1</p>",
        id="cf",
    ),
    pytest.param(
        ROBOTS,
        "<title>Access Denied</title><h1>Access Denied</h1><p>You don't have permission to access"
        ' "http://planet.example/a" on this server.</p><p>Reference #18.2d</p>',
        id="access denied",
    ),
    pytest.param(
        ROBOTS,
        "<title>Planet</title><p>JavaScript is not available. We have detected that JavaScript is"
        " disabled in this browser. Please enable JavaScript to continue.</p>",
        id="js",
    ),
    pytest.param(
        ROBOTS,
        "<title>Einen Moment bitte</title><p>Bitte aktivieren Sie JavaScript in Ihrem Browser, um"
        " fortzufahren. Wir prüfen, ob Sie kein Roboter sind.</p>",
        id="de js",
    ),
    pytest.param(
        ROBOTS,
        "<title>Are you a robot?</title><p>To continue, please click the box below to let us know you're"
        " not a robot.</p><p>Please make sure your browser supports JavaScript and cookies and that you"
        " are not blocking them from loading.</p>",
        id="captcha",
    ),
    pytest.param(
        ERROR,
        "<title>404 - Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>Die gesuchte Seite"
        " existiert leider nicht mehr. Bitte prüfen Sie die Adresse oder gehen Sie zur Startseite.</p>",
        id="404 de",
    ),
    pytest.param(
        ERROR,
        "<title>Page introuvable</title><h1>Oups !</h1><p>La page que vous recherchez n'existe plus ou a"
        " été déplacée. Retour à l'accueil.</p>",
        id="404 fr",
    ),
    pytest.param(
        ERROR,
        "<title>Página no encontrada</title><p>La página que buscas no existe. Volver a la portada.</p>",
        id="404 es",
    ),
    pytest.param(
        ERROR,
        "<title>Planet</title><h1>404</h1><p>We can't find that page.</p><p>It may have been removed, or"
        " the link may be broken. Try our search.</p>",
        id="404 en",
    ),
    pytest.param(
        ERROR,
        "<title>This article is no longer available</title><h1>This article is no longer"
        " available</h1><p>The story you requested has expired. Go back to our home page to read the"
        " latest news.</p>",
        id="410",
    ),
    pytest.param(
        LOGIN,
        "<title>Sign in - Planet</title><h1>Sign in to your account</h1><p>Enter your email and password"
        " to sign in.</p><p>Forgot your password? Don't have an account? Create an account.</p>",
        id="login",
    ),
    pytest.param(
        LOGIN,
        "<title>Anmelden</title><h1>Anmelden</h1><p>Melden Sie sich mit E-Mail und Passwort an.</p>",
        id="login de",
    ),
    pytest.param(
        PAYWALL,
        "<title>Northway boss buys shares "
        "| Planet</title><h1>Northway boss buys shares</h1><p>Subscribe to continue reading this"
        " article.</p><p>Get unlimited access for $1 a month. Cancel any time.</p>",
        id="paywall",
    ),
    pytest.param(
        PAYWALL,
        "<title>Chef kauft Aktien</title><h1>Chef kauft Aktien</h1><p>Jetzt abonnieren und"
        " weiterlesen.</p><p>Testen Sie das Abonnement einen Monat lang kostenlos.</p>",
        id="paywall de",
    ),
    pytest.param(
        ERROR,
        "<title>Internal Server Error</title><h1>Internal Server Error</h1><p>The server encountered an"
        " internal error and was unable to complete your request.</p>",
        id="500",
    ),
    pytest.param(
        ERROR,
        "<title>Site under maintenance</title><h1>We'll be back soon!</h1><p>Sorry for the inconvenience"
        " but we're performing some maintenance at the moment.</p>",
        id="maintenance",
    ),
    pytest.param(
        ERROR,
        "<title>Article removed - Planet</title><h1>This article has been removed</h1><p>The article you are"
        " looking for has been taken down for legal reasons.</p>",
        id="removed",
    ),
    pytest.param(
        ERROR,
        "<title>Too Many Requests</title><p>You have sent too many requests in a given amount of time."
        " Please try again later.</p>",
        id="429",
    ),
    pytest.param(
        ROBOTS,
        "<title>Comprobando su navegador</title><p>Active JavaScript y las cookies en su navegador para"
        " continuar.</p><p>Estamos comprobando que no es un robot.</p>",
        id="es robot",
    ),
    pytest.param(
        PAYWALL,
        "<title>Ferry hits pier</title><h1>Ferry hits pier</h1><p>You have reached your limit of free"
        " articles this month.</p><p>Subscribe from $2 a week to keep reading. Already a subscriber? Log"
        " in.</p>",
        id="metered",
    ),
    pytest.param(
        "an age check",
        "<title>Age verification</title><h1>Are you over 18?</h1><p>Please confirm that you are at least 18"
        " years old to view this page.</p>",
        id="age",
    ),
    pytest.param(
        "an age check",
        "<title>Altersprüfung</title><h1>Bist du über 18?</h1><p>Diese Seite ist nur für Volljährige."
        " Bitte bestätige, dass du mindestens 18 bist.</p>",
        id="age de",
    ),
    pytest.param(
        "a page that only links to another",
        "<title>Redirecting…</title><p>You are being redirected. If nothing happens, click here.</p>",
        id="redirect",
    ),
    pytest.param(
        ERROR,
        "<title>Страница не найдена</title><p>Запрашиваемая страница не существует. Вернуться на"
        " главную.</p>",
        id="ru 404",
    ),
]
ARTICLES = [
    pytest.param(
        "<title>Regulator fines Planet over cookies</title><h1>Regulator fines Planet over"
        " cookies</h1><p>The data protection authority of Norvik has fined the Planet newspaper 2 million"
        ' crowns because its website set cookies without consent.</p><p>"We use cookies to pay for'
        ' journalism," said Ann Berg, the editor. "We will appeal."</p><p>The fine is the third this'
        " year, and two more papers are under investigation, the authority said on Monday.</p>",
        id="cookie law",
    ),
    pytest.param(
        "<title>Page not found: how the ministry lost its archive</title><h1>Page not found: how the"
        " ministry lost its archive</h1><p>The ministry of culture has lost 40,000 pages of its archive"
        " after a server was switched off in March.</p><p>Officials said that the pages could not be"
        " restored, and that a company in Halvern had been asked to help.</p><p>Historians called the"
        " loss a scandal.</p>",
        id="404 story",
    ),
    pytest.param(
        "<title>Ferry hits pier</title><h1>Ferry hits pier</h1><p>A ferry hit a pier in Halvern on"
        " Monday.</p>",
        id="short",
    ),
    pytest.param(
        "<title>Captcha tests get harder for humans</title><h1>Captcha tests get harder for"
        " humans</h1><p>Captcha tests that ask people to prove that they are human have become harder, a"
        " study of 1,400 users in Norvik found.</p><p>Robots solved 96 percent of them, the researchers"
        " said, and people only 71 percent.</p><p>The company that makes the tests did not comment.</p>",
        id="captcha story",
    ),
    pytest.param(
        "<title>Planet raises price of subscription</title><h1>Planet raises price of"
        " subscription</h1><p>The Planet newspaper will raise the price of its subscription to 30 crowns"
        " a month in June, its owner said on Tuesday.</p><p>The paper has 120,000 subscribers, a third"
        " fewer than in 2019.</p><p>Analysts expect other papers to follow.</p>",
        id="subscription story",
    ),
    pytest.param(
        "<title>Sorry, says minister</title><h1>Sorry, says minister</h1><p>The minister of transport has"
        ' apologised for the delays of the last week.</p><p>"I am sorry," she said in parliament on'
        ' Friday. "We have failed."</p>',
        id="sorry",
    ),
    pytest.param(
        "<title>Passwords of 40,000 customers stolen</title><h1>Passwords of 40,000 customers"
        " stolen</h1><p>Hackers have stolen the passwords of 40,000 customers of Norvik Bank, the bank"
        " said on Monday.</p><p>Customers will have to create new passwords when they log in, a"
        " spokeswoman said.</p><p>No money was stolen.</p>",
        id="login story",
    ),
    pytest.param(
        "<title>Tram line shut for maintenance</title><h1>Tram line shut for maintenance</h1><p>Tram line 4"
        " will be shut for maintenance from Monday, the town said.</p><p>Buses will run every ten minutes"
        " between the station and the harbour.</p><p>The work will be done by August.</p>",
        id="maintenance story",
    ),
    pytest.param(
        "<title>Statue removed from park</title><h1>Statue removed from park</h1><p>A statue of a general"
        " has been removed from the park of Halvern.</p><p>The town will show it in the museum.</p>",
        id="removal story",
    ),
    pytest.param(
        "<title>Are you over 50? The bank wants you</title><h1>Are you over 50? The bank wants you</h1><p>A"
        " bank in Norvik looks for clerks over 50 years old.</p><p>It lost 300 of them since 2019, its head"
        " said on Monday, and the young ones leave after a year.</p>",
        id="age story",
    ),
    pytest.param(
        "<title>Your privacy at risk, says watchdog</title><h1>Your privacy at risk, says"
        " watchdog</h1><p>Apps on children's phones send personal data to advertising partners without"
        " consent, the consumer watchdog said on Monday.</p><p>It tested 60 apps in March and found"
        " trackers in 54 of them.</p><p>The makers of the apps have four weeks to answer.</p>",
        id="privacy",
    ),
]


def page(text: str) -> bytes:
    head, _, body = text.partition("</title>")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</title></head><body>'
        f'<nav><a href="/">Home</a> <a href="/news">News</a></nav>{body}'
        "<footer>Copyright Planet 2026. Privacy policy. Terms.</footer></body></html>"
    ).encode()


@pytest.mark.parametrize(("kind", "text"), WALLS)
def test_a_wall_is_refused_with_what_it_is(kind: str, text: str) -> None:
    with pytest.raises(NoArticleError, match=f"is {kind}, not an article"):
        article_of(page(text), "a.html", ".html")


@pytest.mark.parametrize("text", ARTICLES)
def test_an_article_on_walls_is_none(text: str) -> None:
    assert article_of(page(text), "a.html", ".html").paragraphs


def test_a_quotation_that_does_not_close_costs_no_more_than_its_length() -> None:
    assert wall(["News"], [f"we ask you to {'“' * 30}{'{' * 5_000} this page here"]) is None
