"""The hooks in the order in which they hear of an event. They are modules of `handrail.hooks` in the wheel."""

HOOKS = (
    "content",
    "pictures",
    "languages",
    "announcements",
    "theme",
    "javascript",
    "search_index",
    "stylesheets",
    "site_icons",
    "metadata",
    "contact_form",
    "well_known",
    "service_worker",
    "security_policy",
)
