"""What a resident can ask for."""

from django.urls import path

from yimen.public.pages import answers, areas, come, components, dates, exchange, follow, home, serves, tell, tiles
from yimen.public.pages.joint import helper, join, leave, others
from yimen.public.pages.mediation import acts as mediation_acts
from yimen.public.pages.mediation import apply as mediation_apply
from yimen.public.pages.mediation import call as mediation_call
from yimen.public.pages.mediation import committees as mediation_committees
from yimen.public.pages.mediation import door as mediation
from yimen.public.pages.mediation import figures as mediation_figures
from yimen.public.pages.mediation import files as mediation_files
from yimen.public.pages.mediation import invitation as mediation_invitation
from yimen.public.pages.mediation import papers as mediation_papers
from yimen.public.pages.mediation import room as mediation_room
from yimen.public.pages.offline import away, index, kept, worker
from yimen.public.pages.own import add, aside, case, copy, erase, file, looks, me_too, rate, reopen, reply, withdraw
from yimen.public.pages.own.petition import paper, review
from yimen.public.pages.video import asking, meeting
from yimen.public.pages.visits import booking, centre, kiosk, screen, ticket

urlpatterns = [
    path("", home.page, name="home"),
    path("tell/", tell.page, name="tell"),
    path("kept/", kept.page, name="kept"),
    path("away/", away.page, name="away"),
    path("sw.js", worker.script, name="worker"),
    path("manifest.webmanifest", worker.manifest, name="manifest"),
    path("icon.png", worker.icon, name="icon"),
    path("answers/", answers.page, name="answers"),
    path("answers/index.json", index.page, name="answers-index"),
    path("answers/<int:pk>/", answers.one, name="answer"),
    path("map/<str:stamp>/<slug:tile>/", tiles.page, name="tiles"),
    path("areas.geojson", areas.page, name="areas"),
    path("join/", join.page, name="join"),
    path("follow/", follow.page, name="follow"),
    path("case/", case.page, name="own"),
    path("case/remarks/", add.page, name="own-add"),
    path("case/reply/", reply.page, name="own-reply"),
    path("case/rating/", rate.page, name="own-rate"),
    path("case/reopening/", reopen.page, name="own-reopen"),
    path("case/review/", review.page, name="own-review"),
    path("case/withdrawal/", withdraw.page, name="own-withdraw"),
    path("case/somebody-else/", aside.page, name="own-aside"),
    path("case/copy/", copy.page, name="own-copy"),
    path("case/erasure/", erase.page, name="own-erase"),
    path("case/files/<int:pk>/", file.page, name="own-file"),
    path("case/papers/<int:number>/<str:languages>/", paper.page, name="own-paper"),
    path("case/looks/", looks.page, name="own-looks"),
    path("case/others/", others.page, name="own-others"),
    path("case/me-too/", me_too.page, name="own-me-too"),
    path("case/helper/", helper.page, name="own-helper"),
    path("case/leave-taking/", leave.page, name="own-leave"),
    path("case/leaving/", follow.leave, name="leave"),
    path("come/exchange/", exchange.page, name="exchange"),
    path("case/mediation/", mediation_apply.from_case, name="own-mediation"),
    path("mediation/", mediation.page, name="mediation"),
    path("mediation/committees/", mediation_committees.page, name="mediation-committees"),
    path("mediation/committees/<slug:committee>/", mediation_committees.one, name="mediation-committee"),
    path("mediation/application/", mediation_apply.page, name="mediation-apply"),
    path("mediation/invitation/", mediation_invitation.page, name="mediation-invitation"),
    path("mediation/leaving/", mediation.leave_page, name="mediation-leave"),
    path("mediation/room/", mediation_room.page, name="mediation-room"),
    path("mediation/room/sessions/<int:sitting>.ics", mediation_room.session_file, name="mediation-session"),
    path("mediation/room/sessions/<int:sitting>/", mediation_call.page, name="mediation-call"),
    path("appointment/", mediation_call.neutral, name="appointment"),
    path("mediation/room/files/<slug:mark>/", mediation_files.page, name="mediation-file"),
    path("mediation/room/papers/", mediation_papers.page, name="mediation-papers"),
    path("mediation/room/papers/<slug:paper>/<str:languages>/", mediation_papers.one, name="mediation-paper"),
    path("mediation/room/signed/<slug:sheet>.pdf", mediation_papers.scan, name="mediation-scan"),
    path("mediation/room/<slug:act>/", mediation_acts.page, name="mediation-act"),
    path("come/<slug:channel>/", come.page, name="come"),
    path("serves/", serves.page, name="serves"),
    path("offices/dates/", dates.page, name="office-dates"),
    path("figures/mediation/", mediation_figures.page, name="mediation-figures"),
    path("centre/<str:centre>/", centre.page, name="centre"),
    path("centre/<str:centre>/screen/", screen.page, name="centre-screen"),
    path("centre/<str:centre>/tablet/<str:key>/", kiosk.page, name="tablet"),
    path("centre/<str:centre>/booking/", booking.new, name="booking-new"),
    path("booking/<str:code>/", booking.one, name="booking"),
    path("booking/<str:code>/visit.ics", booking.ics, name="booking-file"),
    path("ticket/<str:key>/", ticket.page, name="ticket"),
    path("video/", asking.nearest, name="video"),
    path("centre/<str:centre>/video/", asking.page, name="video-centre"),
    path("meeting/<str:key>/", meeting.page, name="meeting"),
    path("meeting/<str:key>/exchange/", meeting.ask, name="meeting-exchange"),
    path("meeting/<str:key>/slides/", meeting.slides, name="meeting-slides"),
    path("meeting/<str:key>/slides/<int:slide>/", meeting.slide, name="meeting-slide"),
    path("about/", home.about, name="about"),
    path("house/components/", components.page, name="components"),
]
