"""Scores a submission as hosts of contests usually do. usage: score.py SOLUTION SUBMISSION [TIMES]

Prints the RMSE on the public part. With TIMES it scores so often in one process and prints the milliseconds of each time.
"""

import sys
import time

import pandas as pd
from sklearn.metrics import mean_squared_error


def score(solution, submission_file):
    submission = pd.read_csv(submission_file)
    merged = solution.merge(submission, on="id", how="left", validate="one_to_one")
    if merged["prediction"].isna().any():
        raise ValueError("ids are missing")
    return [
        mean_squared_error(part["label"], part["prediction"]) ** 0.5
        for part in (merged[merged["part"] == 1], merged[merged["part"] == 0])
    ]


solution = pd.read_csv(sys.argv[1])
if len(sys.argv) == 3:
    print(score(solution, sys.argv[2])[0])
for _ in range(int(sys.argv[3]) if len(sys.argv) > 3 else 0):
    begun = time.perf_counter()
    score(solution, sys.argv[2])
    print((time.perf_counter() - begun) * 1000)
