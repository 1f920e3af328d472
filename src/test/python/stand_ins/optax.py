"""A stand-in for Optax: the schedules that exports call, by the formulas of its documentation."""

import numpy as np

Schedule = object
GradientTransformation = object


def constant_schedule(value):
    return lambda count: value


def linear_schedule(init_value, end_value, transition_steps):
    return polynomial_schedule(init_value, end_value, 1, transition_steps)


def polynomial_schedule(init_value, end_value, power, transition_steps):
    def schedule(count):
        left = 1 - min(count, transition_steps) / transition_steps
        return (init_value - end_value) * left**power + end_value

    return schedule


def exponential_decay(init_value, transition_steps, decay_rate, staircase=False):
    assert transition_steps > 0 and decay_rate > 0, "Optax would give init_value for ever"

    def schedule(count):
        exponent = count / transition_steps
        return init_value * decay_rate ** (np.floor(exponent) if staircase else exponent)

    return schedule


def piecewise_constant_schedule(init_value, boundaries_and_scales):
    def schedule(count):
        reached = [scale for at, scale in boundaries_and_scales.items() if count >= at]
        return init_value * np.prod(reached)

    return schedule


def cosine_decay_schedule(init_value, decay_steps, alpha=0.0):
    def schedule(count):
        height = 0.5 * (1 + np.cos(np.pi * min(count, decay_steps) / decay_steps))
        return init_value * ((1 - alpha) * height + alpha)

    return schedule


def join_schedules(schedules, boundaries):
    def schedule(count):
        i = sum(count >= boundary for boundary in boundaries)
        return schedules[i](count - ([0, *boundaries][i]))

    return schedule
