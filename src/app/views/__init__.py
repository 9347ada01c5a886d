"""The screens: Flet components over the services. `app.views.app` is the root."""
