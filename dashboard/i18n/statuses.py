"""What has a status, one record a status, by the codes of data.contracts: word, icon, colour, and the order they are
told in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n import missing
from dashboard.i18n.words import N_, Words

BLUE, STEEL, SAND, RUST, MIST, PURPLE, SLATE = (
    "#1b4c86",
    "#2f6da3",
    "#f6e3c0",
    "#b5451b",
    "#e3e8ee",
    "#6b2c91",
    "#4a5868",
)


@dataclass(frozen=True)
class Status:
    """`colour` lies behind word and icon, which stand on it in `theme.ink`. `then`: the word of an old report,
    where it is another.
    """

    code: str
    word: str
    icon: str = ""
    colour: str = ""
    then: str = ""

    @property
    def word_then(self) -> str:
        return self.then or self.word

    def told(self, words: Words) -> str:
        return f"{self.icon} {words(self.word)}".lstrip()


Statuses = Mapping[str, Status]


def _by_code(*statuses: Status) -> Statuses:
    return {status.code: status for status in statuses}


CRITERIA = _by_code(
    Status("met", N_("Opfyldt"), "✓", BLUE),
    Status("on_track", N_("På vej"), "▲", STEEL),
    Status("not_met_yet", N_("Ikke opfyldt endnu"), "◔", SAND),
    Status("behind", N_("Bagud"), "▼", RUST),
    Status("too_early", N_("For tidligt at sige"), "○", MIST),
    Status("no_project", N_("Intet projekt"), "✕", PURPLE),
    Status("not_collected", N_("Ikke opgjort"), "?", MIST),
    Status("pending", N_("Afventer"), "…", MIST),
    Status("abandoned", N_("Opgivet"), "■", SLATE),
)
PROJECTS = _by_code(
    Status("establishing", N_("under etablering"), "◔", then=N_("var under etablering")),
    Status("running", N_("i gang"), "▶", then=N_("kørte dengang")),
    Status("finished", N_("afsluttet"), "✓"),
    Status("changed", N_("ændret"), "↻"),
    Status("abandoned", N_("opgivet"), "■"),
)
MILESTONES = _by_code(  # in the colour of the criterion's status that says the same
    Status("reached", N_("Nået"), "✓", BLUE),
    Status("planned", N_("Planlagt"), "○", MIST),
    Status("late", N_("Forsinket"), "▼", RUST),
    Status("dropped", N_("Bortfaldet"), "■", SLATE),
)
ACTION_CARDS = _by_code(  # in the order of the board
    Status("open", N_("åben"), "○", MIST),
    Status("in_progress", N_("i gang"), "▶", STEEL),
    Status("sent_up", N_("sendt op"), "▲", PURPLE),
    Status("done", N_("udført"), "✓", BLUE),
    Status("dropped", N_("bortfaldet"), "■", SLATE),
)
ADVICE = _by_code(  # how far a recommendation is followed
    Status("met", N_("følges"), "✓", BLUE),
    Status("under_way", N_("på vej"), "◔", SAND),
    Status("not_met", N_("følges ikke"), "✕", RUST),
    Status("not_told", N_("ikke vurderet"), "?", MIST),
)
ANSWERS = _by_code(  # to a question of a checklist
    Status("yes", N_("ja"), "✓", BLUE),
    Status("no", N_("nej"), "✕", RUST),
    Status("unknown", N_("ukendt"), "?", MIST),
)
JUDGEMENTS = _by_code(  # what a source itself says of a criterion, a project or a scheme
    Status("better", N_("Bedre end ventet"), "▲", BLUE),
    Status("met", N_("Nået"), "✓", BLUE),
    Status("good", N_("God"), "✓", STEEL),
    Status("will_be_met", N_("Ventes nået"), "△", STEEL),
    Status("mixed", N_("Både godt og skidt"), "◔", SAND),
    Status("worse", N_("Ikke god nok"), "▼", RUST),
    Status("awaiting", N_("Afventer"), "…", MIST),
    Status("none", N_("Ingen opfølgning"), "–", MIST),
)
ROUTES = _by_code(  # what becomes of an effort when the money ends, the worst first
    Status("no_plan", N_("Ingen plan"), "✕", RUST),
    Status("stops", N_("Stopper"), "■", SLATE),
    Status("new_money", N_("Nye penge skal findes"), "◔", SAND),
    Status("operations", N_("Over i drift"), "✓", BLUE),
    Status("association", N_("En forening fortsætter"), "▲", STEEL),
    Status("network", N_("Et netværk består"), "○", MIST),
)
GRANTS = _by_code(
    Status("granted", N_("bevilget"), "✓", BLUE),
    Status("applied", N_("søgt"), "?", PURPLE),
)
STANDINGS = _by_code(  # of an area in a theme, against the municipality or the country
    Status("worse", N_("dårligere"), "▼", RUST),
    Status("mixed", N_("både dårligere og bedre"), "◆", SAND),
    Status("similar", N_("uden sikker forskel"), "=", MIST),
    Status("better", N_("bedre"), "▲", STEEL),
    *(Status(word.code, word.word, "–") for word in (missing.NOT_COMPARED, *missing.MISSING)),
    Status("not_judged", N_("uden vurdering"), "–"),
)
COVERS = _by_code(  # what is known of the efforts in an area's theme
    Status("none", N_("ingen kendt indsats"), "✕", PURPLE),
    Status("starting", N_("indsats under etablering"), "◔", SAND),
    Status("covered", N_("indsats i gang"), "▶", STEEL),
    Status("unknown", N_("ingen aktuelle oplysninger"), "?", MIST),
)
CRITERION_MOVES = _by_code(  # since a day
    Status("closed", N_("lukket"), "■", SLATE),
    Status("down", N_("tilbage"), "▼", RUST),
    Status("up", N_("frem"), "▲", BLUE),
    Status("new", N_("nyt"), "✚", STEEL),
    Status("unchanged", N_("uændret"), "=", MIST),
)
