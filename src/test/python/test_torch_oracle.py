"""The oracle itself, against values worked out by hand: `python3 -m unittest`."""

import math
import unittest

import torch_oracle


def rates(stages, epochs, lr=0.1, **more):
    document = {
        "annealer": 1,
        "training": {"epochs": epochs},
        "optimizer": {"type": "SGD", "lr": lr, "momentum": 0.9},
        "schedule": {"step_on": "epoch", "stages": stages},
    } | more
    return [values[0] for values, _ in torch_oracle.trace(document)]


class TorchOracleTest(unittest.TestCase):
    def assert_close(self, actual, expected):
        self.assertEqual(len(actual), len(expected))
        for ours, right in zip(actual, expected):
            self.assertTrue(
                math.isclose(ours, right, rel_tol=1e-9, abs_tol=1e-17), f"{actual} is not {expected}"
            )

    def test_step_lr(self):
        self.assert_close(rates([{"scheduler": "StepLR", "step_size": 2}], 5), [0.1, 0.1, 0.01, 0.01, 0.001])

    def test_cosine_over_four_steps(self):
        root = math.sqrt(2) / 2
        expected = [0.1, 0.05 * (1 + root), 0.05, 0.05 * (1 - root)]
        self.assert_close(rates([{"scheduler": "CosineAnnealingLR"}], 4), expected)

    def test_a_stage_begins_anew_from_the_base_lr(self):
        stages = [
            {"scheduler": "LinearLR", "length": 2, "start_factor": 0.5},
            {"scheduler": "ExponentialLR", "gamma": 0.5},
        ]
        self.assert_close(rates(stages, 5), [0.05, 0.075, 0.1, 0.05, 0.025])

    def test_one_cycle_peaks_one_step_before_pct_start(self):
        actual = rates([{"scheduler": "OneCycleLR", "max_lr": 1.0, "pct_start": 0.5}], 10)
        self.assertEqual(max(range(10), key=actual.__getitem__), 4)
        self.assert_close([actual[0], actual[4], actual[9]], [0.04, 1.0, 4e-6])

    def test_plateau_waits_for_its_patience(self):
        stages = [{"scheduler": "ReduceLROnPlateau", "patience": 1, "factor": 0.5}]
        actual = rates(stages, 5, metric={"name": "val_loss", "values": [1.0, 1.0, 1.0, 1.0]})
        self.assert_close(actual, [0.1, 0.1, 0.1, 0.05, 0.05])


if __name__ == "__main__":
    unittest.main()
