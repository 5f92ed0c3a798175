"""What the codes of co-operation are called by readers, as `labels` does for the others."""

from __future__ import annotations

from dashboard.i18n.words import N_

BODY_LAYERS = {
    "political": N_("Politisk niveau"),
    "management": N_("Ledelse"),
    "coordination": N_("Koordination"),
    "practice": N_("Praksis"),
    "dialogue": N_("Dialog"),
}
PARTNER_RINGS = {
    "unit": N_("Inderst: enheden"),
    "steering": N_("Midterste ring: mulige deltagere i styregruppen"),
    "forum": N_("Yderste ring: deltagere i samarbejdsfora"),
    "unknown": N_("Ringen kan ikke læses i den tilgængelige tekst"),
}
SEAT_ROLES = {
    "member": N_("medlem"),
    "observer": N_("tilforordnet"),
    "at_times": N_("lejlighedsvis"),
}
ADVICE = {  # a set of recommendations without a name here is called by its code
    "kl_2014": N_("KL's fem anbefalinger (2014)"),
    "koebenhavn_2009": N_("Københavns seks anbefalinger (2009)"),
    "koebenhavn_paradigme_2009": N_("Seks elementer i Københavns organisering (2009)"),
    "hotspot_2015": N_("Hotspothåndbogens anbefaling (2015)"),
}
CHECKLIST_THEMES = {
    "unit": N_("Hotspotenheden"),
    "management": N_("Ledelsen"),
    "task_force": N_("Task forcen"),
    "practice": N_("Gadeplan"),
    "dialogue": N_("Boligområdet"),
    "effect": N_("Virkningen"),
}
PROCESS_MEASURES = {
    "meetings_held": N_("Møder i task forcen, holdt af planlagte"),
    "agreements_kept": N_("Aftaler, holdt af dem med frist i kvartalet"),
    "contacted_in_time": N_("Unge kontaktet inden for de aftalte dage, af alle bekymringer"),
    "days_to_contact": N_("Dage fra bekymring til kontakt (median)"),
}
