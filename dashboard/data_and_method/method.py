"""The rules behind the numbers, in plain Danish, with their formulas; shown on the page Data og metode."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.criteria.status_rule import STATUS_RULE
from dashboard.i18n.words import N_, Words
from data.contracts import DisclosureRule


@dataclass(frozen=True)
class Section:
    """One rule: a heading, the rule in plain words, and its formulas in LaTeX."""

    title: str
    text: str
    formulas: tuple[str, ...] = ()

    def in_words(self, rule: DisclosureRule, words: Words) -> str:
        """The rule in the reader's language, with the limits that this version of the data was made by."""
        return words(self.text, most=words.number(rule.minimum - 1), people=words.number(rule.minimum_population))


SECTIONS = (
    Section(
        N_("Rater og usikkerhed"),
        N_(
            "En rate er et antal delt med befolkningen og ganget med 1.000. Intervallet viser, hvor meget "
            "raten kan svinge ved tilfældighed, og rammer den underliggende rate i omkring 95 af 100 tilfælde. Under "
            "10 hændelser bruges den eksakte Poisson-metode, fra 10 bruges Byars metode.\n\n"
            "Én person kan stå for mange sigtelser, mistanker eller anmeldelser. De samler sig derfor og svinger mere "
            "fra år til år, end uafhængige hændelser ville. Hvor meget mere, **faktoren φ**, måles for hver serie: "
            "afstanden fra dens egen rette linje gennem fem perioder ad gangen. Hver series faktor trækkes mod den, "
            "indikatorens serier har til fælles, mest hvor de ligner hinanden. Alle intervaller, sammenligninger, "
            "udviklinger og grænser for hændelser er gjort bredere efter faktoren: x hændelser siger kun så meget som "
            "x/φ uafhængige. For personer er den 1."
        ),
        (
            r"\text{rate} = 1000\,\frac{x}{n}",
            r"x < 10:\quad \tfrac12\chi^2_{0{,}025;\,2x} \;\text{ til }\; \tfrac12\chi^2_{0{,}975;\,2x+2}",
            r"x \ge 10:\quad x\Bigl(1-\tfrac{1}{9x}-\tfrac{1{,}96}{3\sqrt{x}}\Bigr)^3 \;\text{ til }\; "
            r"(x+1)\Bigl(1-\tfrac{1}{9(x+1)}+\tfrac{1{,}96}{3\sqrt{x+1}}\Bigr)^3",
            r"\varphi = \max\Bigl(1,\ \tfrac{1}{f}\sum \tfrac{(x-\hat\mu)^2}{\hat\mu}\Bigr), \quad "
            r"\text{grænser for } x:\ \varphi \cdot \text{grænser for } \tfrac{x}{\varphi}",
        ),
    ),
    Section(
        N_("Andele og usikkerhed"),
        N_(
            "En andel er et antal delt med dem, det er en del af. Intervallet er Wilsons, som aldrig går under "
            "0 eller over 100 %."
        ),
        (r"\frac{p+\frac{z^2}{2n} \pm z\sqrt{\frac{p(1-p)}{n}+\frac{z^2}{4n^2}}}{1+\frac{z^2}{n}}, \quad z = 1{,}96",),
    ),
    Section(
        N_("Grupper af områder"),
        N_(
            "For en gruppe lægges antal og befolkning sammen, før raten regnes ud. Det er aldrig et gennemsnit af "
            "områdernes rater, for så ville et lille område tælle lige så meget som et stort."
        ),
        (r"\text{rate} = 1000\,\frac{x_1 + x_2 + \dots}{n_1 + n_2 + \dots}",),
    ),
    Section(
        N_("Sammenligning med landet"),
        N_(
            "Et område kaldes højere eller lavere end landet, når hele dets 95 %-interval ligger over eller "
            "under landets tal for samme periode og samme definition. Ellers er det ikke forskelligt fra "
            "landet. Uden interval sammenlignes der ikke."
        ),
    ),
    Section(
        N_("Udvikling"),
        N_(
            "En udvikling kaldes først **stigende** eller **faldende**, når en ret linje gennem de seneste fem "
            "punkter viser den med 99,8 % sikkerhed, og linjen hælder samme vej, når hvert af punkterne udelades: "
            "højst 3 af 1.000 områder uden udvikling kaldes stigende eller faldende. "
            "Med færre end fem punkter **kan den ikke beregnes**. Mangler der punkter imellem, bruges de seneste fem, "
            "der er.\n\n"
            "**Ingen stor ændring** siges kun om et område, der er stort nok til, at en virkelig halvering over de fem "
            "punkter ville blive fundet i mindst 80 af 100 tilfælde. En mindre ændring kan stadig være der. Ellers "
            "står der **for få personer til at afgøre det**. Er en andel 0 eller 100 % i alle fem punkter, **kan den "
            "ikke beregnes**. »Hvad kan prøverne se?« nedenfor viser, hvor ofte en halvering findes i områder af "
            "forskellig størrelse.\n\n"
            "Enkelte boligområder bedømmes på deres treårige perioder, større områder på enkelte år."
        ),
        (
            r"\chi^2 = \Bigl(\frac{b}{\mathrm{se}(b)}\Bigr)^2 > 9{,}55, \quad "
            r"\text{vægt} = \Bigl(\frac{3{,}92}{\text{øvre}-\text{nedre}}\Bigr)^2",
            r"\text{styrke} = P\bigl(\chi^2_1(\lambda) > 9{,}55\bigr), \quad "
            r"\lambda = \chi^2 \text{ for en linje fra } r \text{ til } \tfrac{r}{2}",
        ),
    ),
    Section(
        N_("Hvornår ved vi det?"),
        N_(
            "Kan en udvikling ikke afgøres, står der, hvad der skal til: hvor mange lige så store områder der "
            "skal lægges sammen, eller hvor mange år tallene skal dække, før en halvering over fem punkter findes "
            "i mindst 80 af 100 tilfælde efter samme regel; og det mindste fald, der findes nu. Områder og år "
            "tæller lige meget, for begge gør antallene lige så mange gange større.\n\n"
            "For en effekt er det den mindste forskel, hvis 95 %-interval i 80 af 100 tilfælde ligger uden om 0. "
            "For en andel af få personer er det, hvor mange der skal til, før det ses, at andelen kun er det "
            "halve af målet. Hvor antal ikke er offentliggjort, kan det ikke beregnes."
        ),
        (r"\text{mindste effekt} = (1{,}96 + 0{,}84)\cdot\mathrm{se}",),
    ),
    Section(
        N_("Inddeling i lige store grupper"),
        N_(
            "Områder kan deles i fem lige store grupper, hvor gruppe 1 er den dårligst stillede. Områder med samme "
            "tal får samme gruppe. Med færre områder end grupper, eller færre end fem, inddeles der ikke."
        ),
        (r"\text{gruppe} = \Bigl\lfloor \frac{(\text{rang}-1)\,k}{n} \Bigr\rfloor + 1",),
    ),
    Section(
        N_("Alle boligområder i én periode"),
        N_(
            "Hvert punkt er et boligområde. Små områder svinger mere end store, og derfor ligner grænserne en tragt. "
            "Uden for 95 %-grænserne ligger ved tilfældighed højst 5 af 100 områder, uden for 99,8 %-grænserne højst 2 "
            "af 1.000. "
            "Midten er den samlede rate for de områder, der er vist. Skjulte områder er ikke med; det er oftest dem "
            "med få, så midten kan være lidt for høj. Der laves ingen rangliste."
        ),
        (
            r"\lambda = \frac{R\,n}{1000}, \quad R = 1000\,\frac{\sum x}{\sum n}",
            r"P(X \le x_{\text{nedre}} \mid \lambda) = P(X \ge x_{\text{øvre}} \mid \lambda) = 0{,}025 "
            r"\;\text{ og }\; 0{,}001",
        ),
    ),
    Section(
        N_("Effekt af en indsats"),
        N_(
            "Effekten er ændringen i områderne med indsats minus ændringen i kontrolområderne. Et interval kan "
            "kun beregnes, hvor antal og befolkning er offentliggjort.\n\n"
            "Det samme spørgsmål kan stilles som **forhold**: hvor mange gange det tal, udviklingen i "
            "kontrolområderne ville have ført til, blev tallet i områderne med indsats. 1 er ingen effekt. Forskellen "
            "bygger på ét år før og ét år efter, forholdet på alle årene før og efter. Hvor hver gruppe har tal for "
            "flere år før og efter, bruges en kvasi-Poisson-model, som regner med, at tallene svinger mere end ved "
            "tilfældighed; ellers en Poisson-model. Forskellens interval er gjort bredere efter faktoren φ, når "
            "hændelser tælles. Siger forskel og forhold hver sit, står der, hvad man skal stole mest på og hvorfor.\n\n"
            "Målingen forudsætter, at områderne ellers ville have udviklet sig ens. Det prøves på årene før indsatsen: "
            "**linjerne fulgtes ikke ad**, når intervallet for forholdet mellem de to årlige ændringer ikke indeholder "
            "1. De **fulgtes ad**, når det indeholder 1, og prøven i 80 af 100 tilfælde ville have opdaget en forskel "
            "på 10 % om året. Ellers **kan det ikke afgøres**, og der står, hvor store forskelle prøven kunne have "
            "opdaget. Og med et **falsk startår** før den rigtige start må der ingen effekt være; grænserne gælder "
            "alle falske startår under ét."
        ),
        (
            r"(r_1 - r_0)_{\text{indsats}} - (r_1 - r_0)_{\text{kontrol}}, \quad "
            r"\mathrm{se} = 1000\sqrt{\textstyle\sum \varphi\,x/n^2}",
            r"\log \mu = \log n + \alpha + \beta_1\,\text{indsats} + \beta_2\,\text{efter} + "
            r"\beta_3\,\text{indsats}\cdot\text{efter}, \quad \text{forhold} = e^{\beta_3}",
            r"\log \mu = \log n + \alpha + \beta_1\,\text{indsats} + \beta_2\,t + "
            r"\beta_3\,\text{indsats}\cdot t, \quad \text{årlig ændring i forhold til kontrol} = e^{\beta_3}",
        ),
    ),
    Section(
        N_("Diskretionering"),
        N_(
            "Tal fra registre og kommunens egne systemer diskretioneres, før de når frem til siderne. Et skjult tal "
            "findes slet ikke i de filer, siderne læser.\n\n"
            "1. Antal på 1–{most} personer skjules, og med dem rate, interval og alt andet, der er regnet ud af dem. "
            "0 vises. Tælles ingen to gange, skjules også tal, hvor kun 1–{most} personer ikke er talt med.\n"
            "2. Andre tal skjules, hvis de små ellers kunne regnes ud ved at trække tal fra hinanden: områder fra "
            "grupper og kommuner, år fra perioder, sigtede fra sigtelser. Hvilke tal det er, står der ikke.\n"
            "3. Bagefter prøver programmet selv at regne de skjulte tal ud af alt, der er offentliggjort, både som en, "
            "der ikke kender reglen, og som en, der gør. Lykkes det, offentliggøres intet.\n"
            "4. Enkelte boligområder vises i treårige perioder, der ikke overlapper. Grupper, kommuner og landet "
            "vises i enkelte år.\n"
            "5. Sigtelser, mistanker og anmeldelser vises ikke for enkelte boligområder, for én person kan stå for "
            "mange af dem, og så skjuler et stort antal ingen.\n"
            "6. Er der under {people} personer i befolkningen, vises ingen rate: **for få til at vise**."
        ),
    ),
    Section(
        N_("Farveklasser på kortet"),
        N_(
            "Klasserne er lagt fast én gang for hver indikator over alle år og alle områder på kortet, så en farve "
            "betyder det samme hvert år. De er højst fem og afrundet, og ingen er tom. Som regel har de omtrent lige "
            "mange tal; for den enkelte indikator kan der i stedet være valgt naturlige brud (Fisher og Jenks), lige "
            "brede eller runde klasser eller brud ved gennemsnittet (for få meget høje tal). Et tal på en grænse hører "
            "til den lave klasse. En ændring i % har klasser, der ligger ens omkring 0."
        ),
    ),
    Section(
        N_("Status for succeskriterier"),
        STATUS_RULE,
        (r"\text{andel} = \frac{\text{nået}-\text{udgangspunkt}}{\text{mål}-\text{udgangspunkt}}",),
    ),
    Section(
        N_("Tal, der mangler"),
        N_(
            "Et tal, der mangler, er aldrig 0. **Skjult (diskretioneret)**: antallet, eller et andet, som kunne regnes "
            "ud af det, er så lille, at personer kan kendes. **Ikke opgjort**: kilden har ikke tallet. **Ikke "
            "relevant**: tallet giver ikke mening her. **For få til at vise**: der er for få personer til en rate. "
            "Tal, som en myndighed eller rapport allerede har offentliggjort, vises som offentliggjort. Tal fra "
            "registre skjules ved 1–{most} personer, og det samme gælder alt, hvad de kan regnes ud af."
        ),
    ),
    Section(
        N_("Sikkerhed og kildens art"),
        N_(
            "**●●● fra originalkilden**: for eksempel en myndigheds rapport. **●●○ gengivet fra anden kilde**: for "
            "eksempel en avis med det officielle tal. **●○○ beregnet eller udledt**: for eksempel et år, der fremgår "
            "af sammenhængen. Er årstallet mere eller mindre sikkert end tallet, står de hver for sig. I filernes "
            "koder hedder de A, B og C.\n\n"
            "Kilder er **offentliggjorte** (vises, som de er offentliggjort), **registre** (diskretioneres) eller "
            "**fiktive** (kun i Eksempelkommune)."
        ),
    ),
    Section(
        N_("Sigtede, sigtelser og anmeldelser"),
        N_(
            "**Sigtede** er personer, der er sigtet mindst én gang, talt hvor de bor. **Sigtelser** er "
            "antallet af sigtelser; én person kan have flere. **Mistanker** gælder børn under den kriminelle "
            "lavalder. **Anmeldelser** tælles, hvor lovovertrædelsen skete. De står aldrig på samme linje, og "
            "det gør forskellige udgaver af et register heller ikke."
        ),
    ),
)

CREDITS = (
    N_("Indeholder data fra Klimadatastyrelsen (Danmarks Administrative Geografiske Inddeling)."),
    N_("Punkter fra OpenStreetMap: © OpenStreetMap-bidragydere, Open Database License (ODbL)."),
    N_("Københavns Kommune: bydele og udsatte byområder, CC BY 4.0."),
    N_("Aarhus Kommune: lokalsamfund og statistikdistrikter, CC BY 4.0."),
    N_("Programmet er fri software under Mozilla Public License 2.0 (MPL-2.0)."),
)
