"""The business identification number (BIN): its check digit and what its digits say (facts B6, adilet P030000565_)."""

from dataclasses import dataclass

LENGTH = 12
FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
TYPES = {"4": "resident", "5": "non_resident", "6": "joint_enterprise"}
UNITS = {"0": "head", "1": "branch", "2": "representation", "3": "farm"}
MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Bin:
    """What a valid BIN says: two digits of the year of registration, its month, the type and the unit."""

    number: str
    year: int
    month: int
    type: str
    unit: str


def check_digit(first_eleven):
    """The twelfth digit for eleven given ones, as a string; None where no valid number begins with them."""
    digits = [int(digit) for digit in first_eleven]
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        remainder = sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        if remainder < 10:  # noqa: PLR2004 (10 is no digit: the other weights are tried)
            return str(remainder)
    return None


def read(number):
    """The `Bin` behind twelve digits; None when the layout or the check digit is wrong (an IIN of a person is no BIN)."""
    if len(number) != LENGTH or not (number.isascii() and number.isdigit()):
        return None
    if int(number[2:4]) not in MONTHS or number[4] not in TYPES or number[5] not in UNITS:
        return None
    if check_digit(number[:11]) != number[11]:
        return None
    return Bin(number, int(number[:2]), int(number[2:4]), TYPES[number[4]], UNITS[number[5]])


def is_valid(number):
    """Whether `number` can be the BIN of an organisation."""
    return read(number) is not None


def made(*, year, month, serial, unit="0"):
    """A valid BIN of a resident organisation for demonstration and tests; `serial` counts on where no check digit exists."""
    while True:
        first_eleven = f"{year % 100:02d}{month:02d}4{unit}{serial % 100_000:05d}"
        digit = check_digit(first_eleven)
        if digit is not None:
            return first_eleven + digit
        serial += 1
