class LearningRateSchedule:
    @classmethod
    def from_config(cls, config):
        return cls(**config)
