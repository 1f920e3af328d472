from . import schedules
