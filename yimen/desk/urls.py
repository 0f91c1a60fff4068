"""The desk's own addresses; those of signing in stand in ``sign_in_urls``. Pages of verbs are nouns."""

from django.urls import path

from yimen.desk.pages import calendar, case, file, guides, reading, town, worklist
from yimen.desk.pages.answers import keeping, listing
from yimen.desk.pages.areas import change as areas_change
from yimen.desk.pages.areas import importing as areas_importing
from yimen.desk.pages.areas import listing as areas_listing
from yimen.desk.pages.areas import one as areas_one
from yimen.desk.pages.arrivals import listing as arrivals_listing
from yimen.desk.pages.arrivals import one as arrivals_one
from yimen.desk.pages.arrivals import sound as arrivals_sound
from yimen.desk.pages.exports import listing as exports_listing
from yimen.desk.pages.exports import one as exports_one
from yimen.desk.pages.lists import keys, news, views
from yimen.desk.pages.mediation import acts as mediation_acts
from yimen.desk.pages.mediation import calendar as mediation_calendar
from yimen.desk.pages.mediation import call as mediation_call
from yimen.desk.pages.mediation import committees
from yimen.desk.pages.mediation import figures as mediation_figures
from yimen.desk.pages.mediation import listing as mediations
from yimen.desk.pages.mediation import one as mediation
from yimen.desk.pages.mediation import overview as mediation_overview
from yimen.desk.pages.mediation import papers as mediation_papers
from yimen.desk.pages.offer import categories, doors, letters, limits, procedures, remits
from yimen.desk.pages.offer import listing as offer
from yimen.desk.pages.people import coverage, leave, leaves, leaving, office, offices, post
from yimen.desk.pages.people import staff as people_staff
from yimen.desk.pages.petition import hearing, paper, review, time
from yimen.desk.pages.phone import call, wishes
from yimen.desk.pages.posting import listing as posting
from yimen.desk.pages.scans import listing as scans_listing
from yimen.desk.pages.scans import one as scans_one
from yimen.desk.pages.scans import writing as scans_writing
from yimen.desk.pages.search import receipt, search
from yimen.desk.pages.sign_ins import staff
from yimen.desk.pages.supervision import behind, calls, giving_back, instruction, overview, unhappy, urgent
from yimen.desk.pages.together import advice, aside, asked, contribution, enquiry, note, part, recall, recusal, same
from yimen.desk.pages.verbs import (
    acceptance,
    answer,
    category,
    decision,
    extension,
    handing,
    kind,
    objection,
    question,
    referral,
)
from yimen.desk.pages.verbs import (
    mediation as offering,
)
from yimen.desk.pages.video import call as video_call
from yimen.desk.pages.video import listing as video_listing
from yimen.desk.pages.villages import listing as villages
from yimen.desk.pages.villages import one as village
from yimen.desk.pages.visits import booked, came_again, counters, me_too, queue, taking_in
from yimen.desk.pages.visits import figures as visit_figures

urlpatterns = [
    path("", worklist.page, name="desk"),
    path("search/", search.page, name="desk_search"),
    path("search/receipt/", receipt.page, name="desk_receipt"),
    path("views/", views.page, name="desk_views"),
    path("keys/", keys.page, name="desk_keys"),
    path("news/", news.page, name="desk_news"),
    path("guides/", guides.listing, name="desk_guides"),
    path("guides/<slug:guide>/", guides.one, name="desk_guide"),
    path("guides/pictures/<slug:picture>.png", guides.shown, name="desk_guide_picture"),
    path("queue/", queue.page, name="desk_queue"),
    path("video/", video_listing.page, name="desk_video"),
    path("video/<int:meeting>/", video_call.page, name="desk_video_call"),
    path("take-in/", taking_in.page, name="desk_taking_in"),
    path("take-in/me-too/", me_too.page, name="desk_me_too"),
    path("mediations/figures/", mediation_figures.page, name="desk_mediation_figures"),
    path("phone/", call.page, name="desk_phone"),
    path("phone/clock/", call.ticking, name="desk_phone_clock"),
    path("phone/call-backs/", wishes.listing, name="desk_wishes"),
    path("phone/call-backs/<int:wish>/", wishes.one, name="desk_wish"),
    path("phone/figures/", wishes.figures, name="desk_phone_figures"),
    path("came-again/", came_again.page, name="desk_came_again"),
    path("booked/", booked.page, name="desk_booked"),
    path("queue/figures/", visit_figures.page, name="desk_queue_figures"),
    path("town/", town.page, name="desk_town"),
    path("leave/", leaves.page, name="desk_leave"),
    path("leave/<int:post>/", leave.page, name="desk_leave_from"),
    path("overview/", overview.page, name="desk_overview"),
    path("overview/<int:office>/", overview.page, name="desk_overview"),
    path("overview/<int:office>/<str:what>/", behind.page, name="desk_behind"),
    path("call-backs/", calls.listing, name="desk_calls"),
    path("call-backs/<int:call>/", calls.one, name="desk_call"),
    path("unhappy/", unhappy.page, name="desk_unhappy"),
    path("ladder/<str:which>/", urgent.page, name="desk_urgent"),
    path("reading/", reading.page, name="desk_reading"),
    path("arrivals/", arrivals_listing.page, name="desk_arrivals"),
    path("arrivals/<int:arrival>/", arrivals_one.page, name="desk_arrival"),
    path("mail-room/", posting.page, name="desk_posting"),
    path("mail-room/<int:posting>/", posting.one, name="desk_post_letter"),
    path("scans/", scans_listing.page, name="desk_scans"),
    path("scans/<int:scan>/", scans_one.page, name="desk_scan"),
    path("scans/<int:scan>/words/", scans_writing.page, name="desk_scan_writing"),
    path("scans/pages/<int:sheet>/", scans_one.picture, name="desk_scan_picture"),
    path("arrivals/<int:arrival>/sound/", arrivals_sound.page, name="desk_arrival_sound"),
    path("exports/", exports_listing.page, name="desk_exports"),
    path("exports/<int:pk>/", exports_one.page, name="desk_export"),
    path("town/offices/", offices.page, name="desk_offices"),
    path("town/offices/new/", office.new, name="desk_new_office"),
    path("town/offices/<int:office>/", office.one, name="desk_office"),
    path("town/offices/<int:office>/post/", post.new, name="desk_new_post"),
    path("town/offices/<int:office>/counters/", counters.page, name="desk_counters"),
    path("town/posts/<int:post>/", post.one, name="desk_post"),
    path("town/staff/", people_staff.page, name="desk_staff"),
    path("town/staff/<int:staff>/leaving/", leaving.page, name="desk_leaving"),
    path("town/coverage/", coverage.page, name="desk_coverage"),
    path("town/coverage/table/", coverage.table, name="desk_coverage_table"),
    path("town/areas/", areas_listing.page, name="desk_areas"),
    path("town/areas/file/", areas_listing.file, name="desk_areas_file"),
    path("town/areas/import/", areas_importing.page, name="desk_areas_import"),
    path("town/areas/changes/<int:redraw>/", areas_change.page, name="desk_redraw"),
    path("town/areas/<str:code>/", areas_one.page, name="desk_area"),
    path("town/villages/", villages.page, name="desk_villages"),
    path("town/villages/<str:village>/", village.page, name="desk_village"),
    path("mediations/", mediations.page, name="desk_mediations"),
    path("mediations/calendar/", mediation_calendar.page, name="desk_mediation_calendar"),
    path("mediations/calendar/appointments.ics", mediation_calendar.file, name="desk_mediation_calendar_file"),
    path("mediations/committees/<slug:committee>/", mediation_overview.page, name="desk_mediation_overview"),
    path("mediations/offer/", mediations.offer, name="desk_mediation_offer"),
    path("mediations/<int:mediation>/", mediation.page, name="desk_mediation"),
    path("mediations/sessions/<int:sitting>/", mediation_call.page, name="desk_mediation_call"),
    path("mediations/<int:mediation>/papers/", mediation_papers.page, name="desk_mediation_papers"),
    path(
        "mediations/<int:mediation>/papers/<slug:paper>/<str:languages>/",
        mediation_papers.one,
        name="desk_mediation_paper",
    ),
    path("mediations/<int:mediation>/signed/<slug:sheet>.pdf", mediation_papers.scan, name="desk_mediation_scan"),
    path("mediations/<int:mediation>/files/<slug:mark>/", mediation_papers.file, name="desk_mediation_file"),
    path("mediations/<int:mediation>/<slug:act>/", mediation_acts.page, name="desk_mediation_act"),
    path("town/committees/", committees.listing, name="desk_committees"),
    path("town/committees/<int:committee>/", committees.one, name="desk_committee"),
    path("town/sign-ins/", staff.page, name="desk_staff_sign_in"),
    path("calendar/", calendar.page, name="desk_calendar"),
    *(path(f"town/{what}/", offer.page, {"what": what}, name=f"desk_{what}") for what in offer.LISTS),
    path("town/categories/new/", categories.new, name="desk_new_category"),
    path("town/categories/<str:category>/", categories.page, name="desk_category_of_town"),
    path("town/remits/<str:category>/", remits.page, name="desk_remit"),
    path("town/limits/<str:limit>/", limits.page, name="desk_limit"),
    path("town/procedures/<str:procedure>/", procedures.page, name="desk_procedure"),
    path("town/doors/<str:door>/", doors.page, name="desk_door"),
    path("town/letters/<str:letter>/<str:language>/", letters.page, name="desk_letter"),
    path("answers/", listing.page, name="desk_texts"),
    path("answers/<int:pk>/", keeping.one, name="desk_text"),
    path("answers/new/<str:use>/", keeping.new, name="desk_new_text"),
    path("cases/<int:pk>/", case.page, name="desk_case"),
    path("cases/<int:pk>/files/<int:file>/", file.page, name="desk_file"),
    path("cases/<int:pk>/acceptance/", acceptance.page, name="desk_acceptance"),
    path("cases/<int:pk>/referral/", referral.page, name="desk_referral"),
    path("cases/<int:pk>/category/", category.page, name="desk_category"),
    path("cases/<int:pk>/hand-over/", handing.page, name="desk_handing"),
    path("cases/<int:pk>/objection/", objection.page, name="desk_objection"),
    path("cases/<int:pk>/decision/", decision.page, name="desk_decision"),
    path("cases/<int:pk>/question/", question.page, name="desk_question"),
    path("cases/<int:pk>/answer/", answer.page, name="desk_answer"),
    path("cases/<int:pk>/return/", giving_back.page, name="desk_giving_back"),
    path("cases/<int:pk>/instruction/", instruction.instruct, name="desk_instruction"),
    path("cases/<int:pk>/report/", instruction.report, name="desk_report"),
    path("cases/<int:pk>/extension/", extension.page, name="desk_extension"),
    path("cases/<int:pk>/more-time/", time.ask, name="desk_time_asked"),
    path("cases/<int:pk>/no-more-time/", time.refuse, name="desk_time_refused"),
    path("cases/<int:pk>/review/", review.page, name="desk_review"),
    path("cases/<int:pk>/hearing/", hearing.begin, name="desk_hearing_begins"),
    path("cases/<int:pk>/hearing/end/", hearing.end, name="desk_hearing_ends"),
    path("cases/<int:pk>/papers/<int:number>/<str:languages>/", paper.page, name="desk_paper"),
    path("cases/<int:pk>/part/", part.page, name="desk_part"),
    path("cases/<int:pk>/aside/", aside.page, name="desk_aside"),
    path("cases/<int:pk>/recusal/", recusal.page, name="desk_recusal"),
    path("cases/<int:pk>/recusal-wish/", recusal.decide, name="desk_recusal_wish"),
    path("cases/<int:pk>/advice/", advice.page, name="desk_advice"),
    path("cases/<int:pk>/note/", note.page, name="desk_note"),
    path("cases/<int:pk>/mediation/", offering.page, name="desk_offer_mediation"),
    path("cases/<int:pk>/kind/", kind.page, name="desk_kind"),
    path("cases/<int:pk>/same/", same.page, name="desk_same"),
    path("cases/<int:pk>/same/unlink/", same.unlink, name="desk_unlink"),
    path("cases/<int:pk>/our-part/", contribution.page, name="desk_contribution"),
    path("cases/<int:pk>/asked/<int:enquiry>/recall/", recall.page, name="desk_recall"),
    path("asked/", asked.page, name="desk_asked"),
    path("asked/<int:pk>/", enquiry.page, name="desk_enquiry"),
]
