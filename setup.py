"""What is in the wheel: the package, and inside it the hooks and the theme, which stand beside it in a checkout."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages("hooks"), "handrail.hooks", "handrail.theme"],
    package_dir={"handrail": "hooks/handrail", "handrail.hooks": "hooks", "handrail.theme": "overrides"},
    package_data={
        "": ["*.yml", "*.js", "*.svg", "*.html", "*.css", "*.md"],
        "handrail.content": ["ui/*"],
        "handrail.scaffold": ["starter/**/*"],
        "handrail.theme": ["**/*"],
    },
    exclude_package_data={"": ["*.pyc"]},
    include_package_data=False,
)
