"""The peer's action server: checks one slot of the form, as Rasa's own examples do."""
from __future__ import annotations

from typing import Any

from rasa_sdk import FormValidationAction, Tracker
from rasa_sdk.executor import CollectingDispatcher


class ValidateComplaintForm(FormValidationAction):
    """The form of five slots."""

    def name(self) -> str:
        """The name Rasa looks for."""
        return "validate_complaint_form"

    def validate_amount(self, value: str, dispatcher: CollectingDispatcher, tracker: Tracker,
                        domain: dict[str, Any]) -> dict[str, Any]:
        """A sum has a digit in it."""
        if any(letter.isdigit() for letter in value):
            return {"amount": value}
        dispatcher.utter_message(response="utter_not_a_number")
        return {"amount": None}
