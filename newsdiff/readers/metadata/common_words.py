"""The commonest words of news in the languages that are recognised by their words; most are grammar."""

from __future__ import annotations

from typing import Final

COMMON_WORDS: Final = {
    "en": """
        the and of to in that for is was with on said by from his has but not who they are were have
        been it he she at as be this an their had which will would after its also than more when
        about we you i my so if do can all out up just what how your her them there could should
        into over or
    """,
    "de": """
        der die das und ist nicht von mit dem den ein eine auf für sich auch wurde nach hat zu im in
        es an am bei wird aus dass sie er wie einen einer zum zur sind war haben über noch nur vor
        oder als um
    """,
    "fr": """
        le la les des et est dans une pour que qui sur pas avec du par il au plus en un ce se ne été
        sont aux son ont sa a à de selon après mais leur cette elle d l qu
    """,
    "es": """
        el la los las y que en una por con para del se no su al fue más como un es lo de sus ha este
        entre pero desde también según está han tras sobre
    """,
    "it": """
        il la che di per una con del non sono della è nel alla da anche più si gli un le dei delle
        ha i al dal nella hanno stato questo dopo tra dalla lo ma come ed l
    """,
    "pt": """
        o a os que em uma por com para do da não se na no foi mais ao como um de dos das as é são
        pela pelo também ele seu sua entre após segundo está disse ou
    """,
    "nl": """
        de het een van en in is dat op te zijn met voor niet aan door ook werd naar die er om bij
        uit heeft als nog over maar hij ze wordt na hebben deze tot dan
    """,
    "sv": """
        och att det som en på är av för med till inte den har ett om var han i de från vid efter
        också kan men sig enligt under blev ska säger hade
    """,
    "da": """
        og at det som en på er af for med til ikke den har et om var han i de fra ved efter også kan
        men sig ifølge blev skal siger havde der
    """,
    "no": """
        og at det som en på er av for med til ikke den har et om var han i de fra ved etter også kan
        men seg ifølge ble skal sier hadde ha være
    """,
    "fi": """
        ja on ei että se oli hän mukaan myös ovat kun mutta joka ole sen kuin tai jo sekä voi vuoden
        kertoo jälkeen hänen niin ovat
    """,
    "pl": """
        i w na z że się do nie jest to o po od dla przez oraz jak był ale za co tym jego są przed ma
        już został która który także
    """,
    "cs": """
        a v na se že je do s z o k i ve za po od pro by podle ale jako jeho byl byla které který
        také není však už při jsou
    """,
    "sk": """
        a v na sa že je do s z o k aj vo za po od pre by podľa ale ako jeho bol bola ktoré ktorý
        tiež nie však už pri sú
    """,
    "hu": """
        a az és hogy nem is egy volt meg ez azt de szerint már csak el ki lesz után vagy mint még
        amely magyar van
    """,
    "ro": """
        și în de la a cu pe care nu o din că un este au pentru mai fost sunt prin după se sa lui ale
        sau dar
    """,
    "tr": """
        ve bir bu için ile da de çok olarak daha olan sonra göre ne gibi kadar ancak ise en olduğu
        var dedi etti oldu
    """,
    "hr": """
        i u je na se da su za od s ne koji će o kako što iz bi nije biti to a po koja bio ali
    """,
    "ca": """
        el la els les i que en una per amb del no és al ha un de dels va més són aquest també però
        segons han entre
    """,
    "id": """
        yang dan di dengan untuk dari ini pada itu dalam tidak akan ke juga oleh mereka telah adalah
        sebagai para bisa kata saat
    """,
    "vi": """
        và của là có không được cho người trong với các một đã những này khi từ đến ở về
    """,
    "ru": """
        и в не на что с по он из за как о от для это его к но у же был при года было после сообщил
    """,
    "uk": """
        і в не на що з за до та у про як від для це його але був після й року також які
    """,
    "bg": """
        и в на се за да от не е са че с по това като ще към при след беше който
    """,
    "sr": """
        и у је на се да су за од с не који ће о како што из би није а по али
    """,
}
"""ISO 639-1 -> words; no more are needed to distinguish these languages."""
