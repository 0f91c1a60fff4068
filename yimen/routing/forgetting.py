"""Categories, procedures, remits and other doors come from a pack and are about no person."""

from yimen.kernel.forgetting import Field, Inventory, Rule, alike

_PACK = Field("to know who answers, and how", "about no person", "everybody", "until a newer pack replaces it")

INVENTORY: Inventory = {
    "routing.Procedure": alike(
        "id code names notice_limit handle_limit handle_from object_limit assist_limit call_limit pauses extension_by"
        " remedies forward_limit review_ask_limit review_limit rereview_ask_limit rereview_limit hearing_waits"
        " remedies_review remedies_final doors needs_full_opinion is_default",
        _PACK,
    ),
    "routing.Door": alike("id code names why telephone is_urgent", _PACK),
    "routing.Category": alike(
        "id code parent order names kinds procedure handle_limit door may_be_dispute is_public suppress_below retention"
        " is_offered",
        _PACK,
    ),
    "routing.Remit": alike("id category level function", _PACK),
}
RULES: list[Rule] = []
