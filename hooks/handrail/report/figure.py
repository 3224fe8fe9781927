"""What every figure of a state has in common: it never changes, and is read and written under the same names."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Figure(BaseModel):
    """A value of the state. Readers of it ignore unknown keys."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)
