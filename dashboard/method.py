"""The rules behind the numbers, in plain Danish, with their formulas; shown on the page Data og metode."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.words import N_

STATUS_RULE = N_(
    "**Opfyldt**: det nåede er mindst lige så stort som målet.\n\n"
    "**På vej** og **Bagud**: kun hvor kilden giver start og slut. Andelen af målet, der er nået, sammenlignes "
    "med andelen af tiden, der er gået. Er den mindst lige så stor, er kriteriet på vej, ellers er det bagud. "
    "**For tidligt at sige**: under en fjerdedel af tiden er gået.\n\n"
    "**Ikke opfyldt endnu**: målet er ikke nået, og kilden giver ingen datoer at måle fremdriften mod.\n\n"
    "**Intet projekt**: intet projekt er i gang med kriteriet. **Ikke opgjort**: målet eller tallet mangler i "
    "kilden. **Afventer** og **Opgivet**: kilden skriver det selv.\n\n"
    "Hvor kilden selv kalder et kriterium opfyldt uden at give et tal, gælder kildens ord. Siger kilden noget "
    "andet end tallene, vises begge dele."
)


@dataclass(frozen=True)
class Section:
    """One rule: a heading, the rule in plain words, and its formulas in LaTeX."""

    title: str
    text: str
    formulas: tuple[str, ...] = ()


SECTIONS = (
    Section(
        N_("Rater og usikkerhed"),
        N_("En rate er et antal delt med befolkningen og ganget med 1.000. Intervallet viser, hvor meget "
           "raten kan svinge ved tilfældighed: er hændelserne uafhængige, rammer det den underliggende rate i "
           "95 af 100 tilfælde. Under 10 hændelser bruges den eksakte Poisson-metode, fra 10 bruges Byars "
           "metode, og for andele bruges Wilsons metode. For grupper af områder lægges antal og befolkning "
           "sammen først. Sigtelser samler sig om få personer, så et interval for sigtelser er for smalt."),
        (
            r"\text{rate} = 1000\,\frac{x}{n}",
            r"x < 10:\quad \tfrac12\chi^2_{0{,}025;\,2x} \;\text{ til }\; \tfrac12\chi^2_{0{,}975;\,2x+2}",
            r"x \ge 10:\quad x\Bigl(1-\tfrac{1}{9x}-\tfrac{1{,}96}{3\sqrt{x}}\Bigr)^3 \;\text{ til }\; "
            r"(x+1)\Bigl(1-\tfrac{1}{9(x+1)}+\tfrac{1{,}96}{3\sqrt{x+1}}\Bigr)^3",
        ),
    ),
    Section(
        N_("Sammenligning med landet"),
        N_("Et område kaldes højere eller lavere end landet, når hele dets 95 %-interval ligger over eller "
           "under landets tal for samme periode og samme definition. Ellers er det ikke forskelligt fra "
           "landet. Uden interval sammenlignes der ikke."),
    ),
    Section(
        N_("Udvikling"),
        N_("En udvikling kaldes først sikker, når de seneste fem år viser den med 99,8 % sikkerhed, og den "
           "holder, når hvert af årene udelades. Et område med 400 unge er for lille: en virkelig halvering "
           "over fem år findes kun i 4 af 100 tilfælde. Derfor står der »for lille til at afgøre«, aldrig "
           "»ingen ændring«."),
        (r"\chi^2 = \Bigl(\frac{b}{\mathrm{se}(b)}\Bigr)^2 > 9{,}55",),
    ),
    Section(
        N_("Effekt af en indsats"),
        N_("Effekten er ændringen i områderne med indsats minus ændringen i kontrolområderne. Et interval kan "
           "kun beregnes, hvor antal og befolkning er offentliggjort. Målingen forudsætter, at områderne "
           "ellers ville have udviklet sig ens."),
        (
            r"(r_1 - r_0)_{\text{indsats}} - (r_1 - r_0)_{\text{kontrol}}",
            r"\mathrm{se} = 1000\sqrt{\textstyle\sum x/n^2}",
        ),
    ),
    Section(
        N_("Status for succeskriterier"),
        STATUS_RULE,
        (r"\text{andel} = \frac{\text{nået}-\text{udgangspunkt}}{\text{mål}-\text{udgangspunkt}}",),
    ),
    Section(
        N_("Tal, der mangler"),
        N_("Et tal, der mangler, er aldrig 0. **Skjult (diskretioneret)**: antallet er så lille, at personer "
           "kan kendes. **Ikke opgjort**: kilden har ikke tallet. **Ikke relevant**: tallet giver ikke mening "
           "her. **For få til at vise**: der er for få personer til en rate. Tal, som en myndighed eller "
           "rapport allerede har offentliggjort, vises som offentliggjort. Tal fra registre skjules ved 1–4 "
           "personer, og det samme gælder alt, hvad de kan regnes ud af."),
    ),
    Section(
        N_("Sikkerhed og kildens art"),
        N_("**A**: et primært dokument, for eksempel en myndigheds rapport. **B**: gengivet af andre, for "
           "eksempel en avis, der citerer det officielle tal. **C**: afledt eller udledt, for eksempel et år, "
           "der fremgår af sammenhængen. Bogstavet gælder tallet; er perioden mere usikker, står dens bogstav "
           "i parentes.\n\n"
           "Kilder er **offentliggjorte** (vises som trykt), **registre** (diskretioneres) eller **fiktive** "
           "(kun i Eksempelkommune)."),
    ),
    Section(
        N_("Sigtede, sigtelser og anmeldelser"),
        N_("**Sigtede** er personer, der er sigtet mindst én gang, talt hvor de bor. **Sigtelser** er "
           "antallet af sigtelser; én person kan have flere. **Mistanker** gælder børn under den kriminelle "
           "lavalder. **Anmeldelser** tælles, hvor lovovertrædelsen skete. De står aldrig på samme linje, og "
           "det gør forskellige udgaver af et register heller ikke."),
    ),
)

CREDITS = (
    N_("Indeholder data fra Klimadatastyrelsen (Danmarks Administrative Geografiske Inddeling)."),
    N_("Punkter fra OpenStreetMap: © OpenStreetMap-bidragydere, Open Database License (ODbL)."),
    N_("Københavns Kommune: bydele og udsatte byområder, CC BY 4.0."),
    N_("Aarhus Kommune: lokalsamfund og statistikdistrikter, CC BY 4.0."),
    N_("Programmet er fri software under Mozilla Public License 2.0 (MPL-2.0)."),
)
