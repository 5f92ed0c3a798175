"""The rule that gives a success criterion its status, in words."""

from __future__ import annotations

from dashboard.i18n.words import N_

STATUS_RULE = N_(
    "**Opfyldt**: det nåede er mindst lige så stort som målet. Skal et tal ned, er det højst så stort som målet.\n\n"
    "**På vej** og **Bagud**: kun hvor kilden giver start og slut. Andelen af vejen til målet sammenlignes "
    "med andelen af tiden, der er gået. Er den mindst lige så stor, er kriteriet på vej, ellers er det bagud. "
    "**For tidligt at sige**: under en fjerdedel af tiden er gået.\n\n"
    "**Ikke opfyldt endnu**: målet er ikke nået, og kilden giver ingen datoer at måle fremdriften mod.\n\n"
    "**Intet projekt**: intet projekt er i gang med kriteriet. **Ikke opgjort**: målet eller tallet mangler i "
    "kilden. **Afventer** og **Opgivet**: kilden siger det selv.\n\n"
    "Hvor kilden selv kalder et kriterium opfyldt uden at give et tal, gælder kildens ord. Siger kilden noget "
    "andet end tallene, vises begge dele. En manuel vurdering ændrer ikke en status, der er regnet ud: den står "
    "ved siden af, med hvem der vurderede og hvornår.\n\n"
    "**Forældet**: kriteriet er åbent, altså hverken opfyldt eller opgivet, og det seneste tal er mere end 12 måneder "
    "gammelt den dag, siden læses. En rapport kaldes historisk, når dens seneste tal er mere end fem år gammelt."
)
