"""Data og metode: what every number means, where it comes from, how it is made, and the numbers to download."""

import streamlit

from dashboard import catalogue, method, selection, show, store

choice = selection.current()
words = choice.words
observations, indicators, lists, sources, hidden = (
    store.table(choice.version, name) for name in ("observations", "indicators", "lists", "sources", "disclosures")
)
names = indicators.set_index("indicator_id")[f"name_{words.language}"]

streamlit.title(words("Data og metode"), anchor=False)
streamlit.markdown(words("Data er senest opdateret {date}.", date=words.date(choice.version.time)))
indicator = selection.pick("indikator", words("Indikator"), list(names.index), names.get)
show.indicator(choice, indicator)

show.view(choice, title=words("Alle indikatorer"), key="indicators",
          sentence=words("{n} indikatorer, hver med definition, tælleregel og forbehold.", n=len(indicators)),
          table=catalogue.indicators(indicators, observations, words), columns=catalogue.indicator_columns(words),
          source=words("Indikatorkataloget i denne version af data."), folded=True)
show.view(choice, title=words("De officielle lister"), key="lists",
          sentence=words("Kun en hel liste kan vise, at et område ikke står på den. Ellers er svaret »ikke opgjort«."),
          table=catalogue.lists(lists, sources, words), columns=catalogue.list_columns(words),
          source=words("Kilden til hver liste står i tabellen."), folded=True)
show.view(choice, title=words("Kilder"), key="sources",
          sentence=words.plural("{n} kilde. Hvert tal peger på den.", "{n} kilder. Hvert tal peger på én af dem.",
                                 len(sources)),
          table=catalogue.sources(sources, words), columns=catalogue.source_columns(words),
          source=words("Kildelisten i denne version af data."), folded=True)

streamlit.header(words("Sådan er tallene lavet"), anchor=False)
for section in method.SECTIONS:
    with show.fold(choice, words(section.title)):
        streamlit.markdown(words(section.text))
        if section.formulas:
            with streamlit.expander(words("Formlen"), type="compact"):
                for formula in section.formulas:
                    streamlit.latex(formula)
if len(hidden):
    show.view(choice, title=words("Hvad der er skjult"), key="disclosures",
              sentence=words("{hidden} af {values} tal er skjult, så ingen kan genkendes.",
                             hidden=words.number(hidden["hidden"].sum()), values=words.number(hidden["values"].sum())),
              table=catalogue.disclosures(hidden, indicators, words), columns=catalogue.disclosure_columns(words),
              source=words("Optalt, da denne version af data blev lavet. Her står kun, hvor mange der er skjult."),
              folded=True)

streamlit.header(words("Licenser og kreditering"), anchor=False)
for credit in method.CREDITS:
    streamlit.markdown(f"- {words(credit)}")
