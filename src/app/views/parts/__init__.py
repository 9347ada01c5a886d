"""What screens are made of. Nothing here knows a service; everything speaks through arguments.

* `component`: component (guarded, so that one broken part does not end the app), keyed, use_slot
* `text`: title, heading, section, body, strong, detail, least
* `marks`: marked (an identifier for tests and readers), disc, avatar, pill, ring, steps
* `guard`: taps that fail say so in words (all of the below use it)
* `buttons`: primary, outlined, link, icon_button, round_choice, chip
* `cards`: card, tinted, tap_card, row_card (sign, bold line, quiet line, one thing at the right)
* `fields`: Field (keeps what is typed, saves on blur and on leaving), DayField
* `states`: loading, empty, failed: with filled, the four states of a screen
* `frame`: screen (the root of each), page_head, columns, two_panes
* `navigation`: places of each role, bottom bar, rail
* `tabs`: the sides of a page
* `voices`: bubble, VoiceBox (answering with sentence starters)
* `versions`: TwoVersions
* `notices`: say (a snack bar with undo), status_line, banner
* `unsaved`: what saves typed words when the page goes or the typing rests
* `inward`: words of the browser, brought to where they can draw
* `days`, `bidi`: days and sizes in words; words that run against the screen's direction
"""
