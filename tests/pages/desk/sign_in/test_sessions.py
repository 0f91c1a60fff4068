"""Where staff are signed in stands on a page, and ends there; a post that can do much needs a second step."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from tests.pages.desk.signing import LOGIN, PASSWORD, appointed, code_of, sign_in
from yimen.kernel import clock
from yimen.people.models import SignIn, Staff, StepReset
from yimen.people.rules import Operator, Role
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.people.verbs.set_up_post import set_up_post

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"


def signed_in(agent: str = FIREFOX, username: str = "dolma") -> Client:
    client = Client(headers={"User-Agent": agent, "Accept-Language": "en"})
    sign_in(client, username=username)
    client.cookies["django_language"] = "en"
    return client


def page_of(client: Client) -> str:
    return str(client.get(reverse("desk_sign_ins")).content.decode())


def post_with(code: str, role: Role) -> None:
    set_up_post(by=Operator(), code=code, role=role, office="DOOR", place="KS", names={}, at=clock.now())


def test_each_browser_stands_on_the_page_with_its_kind_and_no_address(staff: Staff) -> None:
    appointed(staff, "D-1")
    here, _phone = signed_in(), signed_in(PHONE)
    page = page_of(here)
    assert "Computer · Firefox" in page
    assert "Telephone · Chrome" in page
    assert page[page.index("<main") : page.index("</main>")].count("this browser") == 1
    assert "127.0.0.1" not in page
    assert not any("127" in str(value) for row in SignIn.objects.values() for value in (row["device"],))


def test_one_browser_is_ended_or_all_others_and_never_this_one(staff: Staff) -> None:
    appointed(staff, "D-1")
    here, phone, third = signed_in(), signed_in(PHONE), signed_in(PHONE)
    its = SignIn.objects.get(session_key=phone.session.session_key).pk
    here.post(reverse("desk_sign_ins"), {"sign_in": its})
    assert [c.get(reverse("desk")).status_code for c in (here, phone, third)] == [200, 302, 200]
    here.post(reverse("desk_sign_ins"))
    assert [c.get(reverse("desk")).status_code for c in (here, phone, third)] == [200, 302, 302]
    here.post(reverse("desk_sign_ins"))
    assert "There is no other sign-in to end." in page_of(here)
    assert here.get(reverse("desk")).status_code == 200


def test_nobody_ends_a_colleagues_browser_by_its_number(staff: Staff) -> None:
    appointed(staff, "D-1")
    pk = enrol_staff(by=Operator(), username="tashi", name="扎西", language="en", password=PASSWORD, at=clock.now())
    appointed(Staff.objects.get(pk=pk), "U-1")
    mine, theirs = signed_in(), signed_in(username="tashi")
    number = SignIn.objects.get(session_key=theirs.session.session_key).pk
    for typed in (str(number), "0", "x", "9" * 30):
        mine.post(reverse("desk_sign_ins"), {"sign_in": typed})
    assert theirs.get(reverse("desk")).status_code == 200


def test_a_browser_that_got_another_key_is_still_the_same_and_can_be_ended(staff: Staff) -> None:
    appointed(staff, "D-1")
    here, other = signed_in(), signed_in(PHONE)
    new = {"oldpassword": PASSWORD, "password1": "snow-on-the-pass", "password2": "snow-on-the-pass"}
    here.post(reverse("account_change_password"), new)
    assert "this browser" in page_of(here).partition("<main")[2]
    assert SignIn.objects.filter(session_key=here.session.session_key).count() == 1
    assert other.get(reverse("desk")).status_code == 302


def test_use_is_noted_every_few_minutes_only(staff: Staff) -> None:
    appointed(staff, "D-1")
    here = signed_in()
    before = SignIn.objects.get().used_at
    here.get(reverse("desk"))
    assert SignIn.objects.get().used_at == before
    session = here.session
    session["sign_in_noted"] -= 301
    session.save()
    here.get(reverse("desk"))
    assert SignIn.objects.get().used_at > before


def test_a_shared_computer_is_signed_out_after_half_an_hour_of_rest(staff: Staff) -> None:
    appointed(staff, "D-1")
    client = Client()
    client.post(reverse(LOGIN), {"login": "dolma", "password": PASSWORD, "shared": "on"})
    assert client.session.get_expiry_age() == 30 * 60
    session = client.session  # twenty minutes later it is used, and the half hour begins anew
    session["sign_in_noted"] -= 1200
    session.save()
    assert client.get(reverse("desk")).cookies["sessionid"]["max-age"] == 30 * 60


def test_what_was_said_of_the_computer_holds_behind_the_second_step(staff: Staff) -> None:
    secret = generate_totp_secret()
    TOTP.activate(staff, secret)
    client = Client()
    client.post(reverse(LOGIN), {"login": "dolma", "password": PASSWORD, "shared": "on"})
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert "_auth_user_id" in client.session
    assert client.session.get_expiry_age() == 30 * 60


def test_what_was_looked_for_is_forgotten_with_the_sign_in(staff: Staff) -> None:
    appointed(staff, "D-1")
    client = signed_in()
    client.get("/desk/search/?words=lantern")
    client.get(reverse("mfa_index"))
    assert "lantern" in client.cookies["list"].value
    client.post(reverse("account_logout"))
    assert client.cookies["list"].value == ""


def test_a_session_made_before_signing_in_is_not_the_one_behind_it(staff: Staff) -> None:
    """Whoever planted a cookie at a shared computer does not get in with it."""
    client = Client()
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = planted = str(session.session_key)
    sign_in(client)
    assert client.session.session_key != planted
    assert Client(headers={"Cookie": f"sessionid={planted}"}).get(reverse("desk")).status_code == 302


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_a_post_that_can_do_much_has_some_days_to_set_up_a_second_step(role: Role, staff: Staff) -> None:
    is_asked = role is not Role.CLERK
    post_with("D-2", role)
    appointed(staff, "D-2")
    client = signed_in()
    assert ("second step at sign-in from" in client.get(reverse("desk_sign_ins")).content.decode()) is is_asked
    by_on = Staff.objects.get().second_step_by
    assert by_on == (clock.day_of(clock.now()) + timedelta(days=14) if is_asked else None)
    assert client.get(reverse("desk")).status_code == 200, "the days are not over"


def test_when_the_days_are_over_the_desk_opens_only_with_a_second_step(staff: Staff) -> None:
    post_with("D-2", Role.ADMINISTRATOR)
    appointed(staff, "D-2")
    client = signed_in()
    Staff.objects.update(second_step_by=clock.day_of(clock.now()))
    for name in ("desk", "desk_town", "desk_calendar", "desk_staff_sign_in"):
        assert client.get(reverse(name)).url == reverse("desk_second_step"), name  # type: ignore[attr-defined]
    page = client.get(reverse("desk_second_step")).content.decode()
    assert "A password alone is too little" in page
    assert client.get(reverse("mfa_index")).status_code == 200, "there it is set up"
    TOTP.activate(staff, generate_totp_secret())
    assert client.get(reverse("desk")).status_code == 200


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.MEDIATOR])
def test_taking_the_second_step_away_gives_no_new_days(staff: Staff, role: Role) -> None:
    """Of a mediator, too: with a password that an administrator gave, nobody reads what sides say to each other."""
    post_with("D-2", role)
    appointed(staff, "D-2")
    signed_in()
    Staff.objects.update(second_step_by=clock.day_of(clock.now()))
    again = signed_in()
    assert again.get(reverse("desk")).url == reverse("desk_second_step")  # type: ignore[attr-defined]


def test_a_town_may_ask_it_of_more_posts(settings: Any, staff: Staff) -> None:  # noqa: ANN401
    settings.YIMEN_SECOND_STEP = {"administrator", "clerk"}
    appointed(staff, "D-1")
    signed_in()
    assert Staff.objects.get().second_step_by


def test_an_administrator_ends_the_sign_ins_of_somebody_and_names_them(staff: Staff) -> None:
    appointed(staff, "D-1")
    post_with("D-2", Role.ADMINISTRATOR)
    pk = enrol_staff(by=Operator(), username="tashi", name="扎西", language="en", password=PASSWORD, at=clock.now())
    appointed(Staff.objects.get(pk=pk), "D-2")
    theirs, admin = signed_in(), signed_in(username="tashi")
    address = reverse("desk_staff_sign_in")
    assert "Nobody with this user name" in admin.post(address, {"end-username": "nobody"}).content.decode()
    assert admin.post(address, {"end-username": "dolma"}).status_code == 302
    assert theirs.get(reverse("desk")).status_code == 302
    admin.post(address, {"name-username": "dolma", "name-subject": "s-1"})
    assert Staff.objects.get(username="dolma").subject == "s-1"
    assert signed_in().post(address, {"end-username": "tashi"}).status_code == 403
    assert admin.get(address).status_code == 200


def test_a_lost_step_is_taken_away_by_two_and_its_owner_sets_up_a_new_one_first(staff: Staff) -> None:
    """Also where the post itself needs none."""
    appointed(staff, "D-1")
    TOTP.activate(staff, generate_totp_secret())
    for name in ("first", "second"):
        post_with(name, Role.ADMINISTRATOR)
        pk = enrol_staff(by=Operator(), username=name, name=name, language="en", password=PASSWORD, at=clock.now())
        appointed(Staff.objects.get(pk=pk), name)
    first, second, path = signed_in(username="first"), signed_in(username="second"), reverse("desk_staff_sign_in")
    first.post(path, {"step-username": "dolma"})
    page = first.get(path).content.decode()
    assert "<strong>dolma</strong>" in page
    assert 'value="agree"' not in page, "not whoever asked"
    number = {"reset-number": StepReset.objects.get().pk}
    assert (
        "Another administrator has to agree" in first.post(path, number | {"reset-decision": "agree"}).content.decode()
    )
    assert "dolma has lost the second step" in second.get(reverse("desk_town")).content.decode()
    assert "dolma has lost the second step" not in first.get(reverse("desk_town")).content.decode()
    second.post(path, number | {"reset-decision": "agree"})
    hers = signed_in()
    led = hers.get(reverse("desk"), follow=True)
    assert led.redirect_chain[-1][0] == reverse("desk_second_step")
    assert "Your second step was taken away on" in led.content.decode()
    assert "The desk opens again when you have a new one" in led.content.decode()
    secret = generate_totp_secret()
    TOTP.activate(staff, secret)
    assert hers.get(reverse("desk")).status_code == 200
    again = signed_in()
    again.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert not Staff.objects.get(pk=staff.pk).owes_step
