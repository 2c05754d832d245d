#!/usr/bin/env python3
"""Writes the reference vectors of podium.scoring.metric.

    apt-get install python3-sklearn python3-scipy      (Debian 12: scikit-learn 1.2.1, SciPy 1.10.1, NumPy 1.24.2)
    /usr/bin/python3 scoring-service/src/test/reference/metrics.py \
        > scoring-service/src/test/resources/podium/scoring/metric/reference.json

Expected values come from scikit-learn and SciPy; where these have no such metric, from the formula of the cited paper,
written down here with NumPy in its plainest form. Each case has two parts of rows, the second with fewer blocks than the
first, and for each part the value on it and the values on what is left of it without each of its blocks, all of them
computed from the rows themselves.
"""
import json
import sys

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics as sk

RNG = np.random.default_rng(20090921)
CASES = []


# Metrics that scikit-learn and SciPy do not have ---------------------------------------------------------------------

def smape(y, p, zeros="count"):
    keep = y != 0 if zeros == "skip" else np.full(len(y), True)
    y, p = y[keep], p[keep]
    both = np.abs(y) + np.abs(p)
    return np.mean(np.where(both == 0, 0, 2 * np.abs(p - y) / np.where(both == 0, 1, both)))


def mape_skipping(y, p):
    return sk.mean_absolute_percentage_error(y[y != 0], p[y != 0])


def rmsle(y, p):
    return np.sqrt(np.mean((np.log1p(p) - np.log1p(y)) ** 2))


def gini(y, p):
    def raw(ranked):
        # The ranks add up to 0, so the mean changes nothing but the rounding.
        return np.sum((y - np.mean(y)) * (2 * stats.rankdata(ranked) - len(y) - 1))
    return raw(p) / raw(y)


def crps(y, p, start, step):
    grid = start + step * np.arange(p.shape[1])
    return np.mean((p - (y[:, None] <= grid[None, :])) ** 2)


def ks(y, p):
    return stats.ks_2samp(p[y == 1], p[y == 0]).statistic


def average_precision_at(k, relevant, ranked):
    hits, total, seen = 0, 0.0, set()
    for rank, item in enumerate(ranked[:k], 1):
        if item in relevant and item not in seen:
            hits += 1
            total += hits / rank
        seen.add(item)
    return total / min(k, len(relevant)) if relevant else 0.0


def recall_at(k, relevant, ranked):
    return len(set(relevant) & set(ranked[:k])) / len(relevant) if relevant else 0.0


def reciprocal_rank(relevant, ranked):
    ranks = [rank for rank, item in enumerate(ranked, 1) if item in relevant]
    return 1 / ranks[0] if ranks else 0.0


def ndcg_of_list(k, relevant, ranked):
    seen, dcg = set(), 0.0
    for rank, item in enumerate(ranked[:k], 1):
        if item in relevant and item not in seen:
            dcg += 1 / np.log2(rank + 1)
        seen.add(item)
    ideal = sum(1 / np.log2(rank + 1) for rank in range(1, min(k, len(relevant)) + 1))
    return dcg / ideal if relevant else 0.0


# Cases ---------------------------------------------------------------------------------------------------------------

def cells(rows, first_blocks, second_blocks):
    part = RNG.random(rows) < 0.45
    block = np.where(part, RNG.integers(0, second_blocks, rows), RNG.integers(0, first_blocks, rows))
    return np.where(part, 64 + block, block)


def number(value):
    return None if value is None or not np.isfinite(value) else float(value)


def evaluate(function, cell, part):
    rows = np.flatnonzero(cell // 64 == part)
    blocks = int(cell[rows].max()) % 64 + 1

    def on(chosen):
        return number(function(chosen)) if len(chosen) else None

    return {
        "value": on(rows),
        "withoutBlock": [on(rows[cell[rows] % 64 != block]) for block in range(blocks)],
    }


def case(name, metric, settings, labels, predictions, function, cell, groups=None, classes=0):
    """function maps row numbers to the value on these rows; None or NaN where there is none."""
    CASES.append({
        "name": name, "metric": metric, "settings": settings, "classes": classes,
        "labels": labels, "predictions": predictions, "cells": [int(c) for c in cell],
        **({"groups": [int(g) for g in groups]} if groups is not None else {}),
        "parts": [evaluate(function, cell, part) for part in (0, 1)],
    })


def numbers(values):
    return {"numbers": [float(v) for v in values]}


def codes(values):
    return {"codes": [int(v) for v in values]}


def table(values):
    return {"table": [[float(v) for v in row] for row in values]}


def lists(values):
    return {"lists": [[int(v) for v in row] for row in values]}


def pairs(name, metric, settings, y, p, function, cell):
    case(name, metric, settings, numbers(y), numbers(p), lambda rows: function(y[rows], p[rows]), cell)


def of_two(function):
    """None unless both classes are there."""
    return lambda y, p: function(y, p) if len(set(y)) == 2 else None


def of_many(function):
    """None where the truth is constant, 0 where the predictions are."""
    return lambda y, p: None if len(set(y)) == 1 else 0 if len(set(p)) == 1 else function(y, p)


def regression():
    for name, y, p in [
        ("continuous", RNG.normal(3, 2, 150), None),
        ("stars", RNG.integers(1, 6, 150).astype(float), None),
        ("far from zero", 1e6 + RNG.normal(0, 1, 90), None),
    ]:
        y = np.round(y, 6)
        p = np.round(y + RNG.normal(0.1, 0.8, len(y)), 6)
        if name == "stars":
            p = np.round(p)
        cell = cells(len(y), 7, 3)
        pairs(name, "mse", {}, y, p, sk.mean_squared_error, cell)
        pairs(name, "rmse", {}, y, p, lambda a, b: sk.mean_squared_error(a, b, squared=False), cell)
        pairs(name, "mae", {}, y, p, sk.mean_absolute_error, cell)
        pairs(name, "median-absolute-error", {}, y, p, sk.median_absolute_error, cell)
        pairs(name, "bias", {}, y, p, lambda a, b: abs(np.mean(b - a)), cell)
        pairs(name, "r2", {}, y, p, sk.r2_score, cell)
        pairs(name, "pinball", {"quantile": 0.9}, y, p, lambda a, b: sk.mean_pinball_loss(a, b, alpha=0.9), cell)
        pairs(name, "pinball", {}, y, p, lambda a, b: sk.mean_pinball_loss(a, b), cell)
        pairs(name, "mape", {}, y, p, sk.mean_absolute_percentage_error, cell)
        pairs(name, "smape", {}, y, p, smape, cell)
        pairs(name, "spearman", {}, y, p, of_many(lambda a, b: stats.spearmanr(a, b).correlation), cell)
        pairs(name, "kendall-tau", {}, y, p, of_many(lambda a, b: stats.kendalltau(a, b).statistic), cell)
        pairs(name, "gini", {}, y, p, of_many(gini), cell)
    y, p = RNG.gamma(2, 3, 100), RNG.gamma(2, 3, 100)
    cell = cells(100, 4, 4)
    pairs("positive", "rmsle", {}, y, p, lambda a, b: sk.mean_squared_log_error(a, b, squared=False), cell)
    pairs("down to -1", "rmsle", {}, y - 0.99, p - 0.999, rmsle, cell)
    y = np.where(RNG.random(100) < 0.3, 0, y)
    p = np.where(RNG.random(100) < 0.3, 0, p)
    pairs("with zeros", "mape", {"zeroTargets": "epsilon"}, y, p, sk.mean_absolute_percentage_error, cell)
    pairs("with zeros", "mape", {"zeroTargets": "skip"}, y, p, mape_skipping, cell)
    pairs("with zeros", "smape", {"zeroTargets": "count"}, y, p, smape, cell)
    pairs("with zeros", "smape", {"zeroTargets": "skip"}, y, p, lambda a, b: smape(a, b, "skip"), cell)
    pairs("constant predictions", "spearman", {}, y, y * 0, of_many(lambda a, b: 0), cell)
    pairs("constant predictions", "kendall-tau", {}, y, y * 0, of_many(lambda a, b: 0), cell)
    pairs("opposite", "spearman", {}, y, -y, lambda a, b: stats.spearmanr(a, b).correlation, cell)
    pairs("opposite", "kendall-tau", {}, y, -y, lambda a, b: stats.kendalltau(a, b).statistic, cell)
    large = np.round(RNG.normal(0, 1, 900), 3)
    near = np.round(large + RNG.normal(0, 1, 900), 1)
    cell = cells(900, 64, 64)
    pairs("larger", "spearman", {}, large, near, lambda a, b: stats.spearmanr(a, b).correlation, cell)
    pairs("larger", "kendall-tau", {}, large, near, lambda a, b: stats.kendalltau(a, b).statistic, cell)
    pairs("larger", "gini", {}, large, near, gini, cell)
    pairs("larger", "median-absolute-error", {}, large, near, sk.median_absolute_error, cell)


def targets():
    y = RNG.normal(0, 1, (80, 3)) * [1, 10, 100]
    p = y + RNG.normal(0, 0.5, (80, 3)) * [1, 5, 80]
    cell = cells(80, 5, 2)
    for metric, function in [
        ("mse", sk.mean_squared_error),
        ("rmse", lambda a, b: sk.mean_squared_error(a, b, squared=False)),
        ("mae", sk.mean_absolute_error),
        ("bias", lambda a, b: np.mean(np.abs(np.mean(b - a, axis=0)))),
        ("r2", sk.r2_score),
        ("pinball", sk.mean_pinball_loss),
    ]:
        case("targets", metric, {}, table(y), table(p), lambda rows: function(y[rows], p[rows]), cell)
    y = RNG.integers(0, 2, (60, 4)).astype(float)
    p = np.where(RNG.random((60, 4)) < 0.25, 1 - y, y)
    case("labels", "hamming", {}, table(y), table(p),
         lambda rows: sk.hamming_loss(y[rows].astype(int), p[rows].astype(int)), cells(60, 4, 3))


def binary():
    for name, rows, decimals in [("continuous", 160, 9), ("tied", 160, 1), ("few", 24, 1), ("larger", 700, 2)]:
        y = (RNG.random(rows) < 0.4).astype(float)
        p = np.round(np.clip(0.25 + 0.4 * y + RNG.normal(0, 0.25, rows), 0, 1), decimals)
        cell = cells(rows, 64 if rows == 700 else 6, 64 if rows == 700 else 3)
        said = lambda b: (b > 0.5).astype(float)
        pairs(name, "brier", {}, y, p, lambda a, b: sk.brier_score_loss(a, b, pos_label=1), cell)
        pairs(name, "log-loss", {}, y, p, lambda a, b: sk.log_loss(a, np.column_stack([1 - b, b]), eps=1e-15, labels=[0, 1]), cell)
        pairs(name, "roc-auc", {}, y, p, of_two(sk.roc_auc_score), cell)
        pairs(name, "gini", {}, y, p, of_two(lambda a, b: 2 * sk.roc_auc_score(a, b) - 1), cell)
        pairs(name, "average-precision", {}, y, p,
              lambda a, b: sk.average_precision_score(a, b) if a.any() else None, cell)
        pairs(name, "kolmogorov-smirnov", {}, y, p, of_two(ks), cell)
        pairs(name, "accuracy", {}, y, p, lambda a, b: sk.accuracy_score(a, said(b)), cell)
        pairs(name, "f1", {}, y, p, lambda a, b: sk.f1_score(a, said(b), zero_division=0), cell)
        pairs(name, "f1", {"averaging": "macro"}, y, p,
              lambda a, b: sk.f1_score(a, said(b), average="macro", zero_division=0), cell)
        pairs(name, "balanced-accuracy", {}, y, p, lambda a, b: sk.balanced_accuracy_score(a, said(b)), cell)
        pairs(name, "mcc", {}, y, p, lambda a, b: sk.matthews_corrcoef(a, said(b)), cell)
        pairs(name, "cohen-kappa", {}, y, p, of_two(lambda a, b: sk.cohen_kappa_score(a, said(b))), cell)
        pairs(name, "hamming", {}, y, p, lambda a, b: sk.hamming_loss(a, said(b)), cell)
        pairs(name, "spearman", {}, y, p, of_many(lambda a, b: stats.spearmanr(a, b).correlation), cell)
        pairs(name, "kendall-tau", {}, y, p, of_many(lambda a, b: stats.kendalltau(a, b).statistic), cell)


def categories():
    for name, classes, rows in [("three classes", 3, 120), ("a class that is not there", 5, 60), ("many", 20, 400)]:
        there = classes - 1 if name.startswith("a class") else classes
        y = RNG.integers(0, there, rows)
        p = np.where(RNG.random(rows) < 0.5, y, np.clip(y + RNG.integers(-2, 3, rows), 0, classes - 1))
        cell = cells(rows, 6, 4)
        labels = list(range(classes))
        for metric, settings, function in [
            ("accuracy", {}, sk.accuracy_score),
            ("hamming", {}, sk.hamming_loss),
            ("balanced-accuracy", {}, sk.balanced_accuracy_score),
            ("mcc", {}, sk.matthews_corrcoef),
            ("cohen-kappa", {}, sk.cohen_kappa_score),
            ("quadratic-kappa", {}, lambda a, b: sk.cohen_kappa_score(a, b, weights="quadratic", labels=labels)),
            ("f1", {"averaging": "macro"}, lambda a, b: sk.f1_score(a, b, average="macro", zero_division=0)),
            ("f1", {"averaging": "micro"}, lambda a, b: sk.f1_score(a, b, average="micro", zero_division=0)),
            ("f1", {"averaging": "binary", "positiveClass": 2},
             lambda a, b: sk.f1_score(a == 2, b == 2, zero_division=0)),
        ]:
            case(name, metric, settings, codes(y), codes(p), lambda rows: function(y[rows], p[rows]), cell,
                 classes=classes)
        q = RNG.dirichlet(np.full(classes, 0.6), rows)
        q[RNG.random(rows) < 0.1] = np.eye(classes)[0]
        case(name, "log-loss", {}, codes(y), table(q),
             lambda rows: sk.log_loss(y[rows], q[rows], eps=1e-15, labels=labels), cell, classes=classes)
        half = q / 2
        # As scikit-learn 1.2 does for rows that do not add up to one, after a warning: clipped, then normalized.
        case(name + ", not normalized", "log-loss", {}, codes(y), table(half),
             lambda rows: np.mean([-np.log(r[t] / r.sum()) for t, r in zip(y[rows], np.clip(half[rows], 1e-15, 1 - 1e-15))]),
             cell, classes=classes)
    y = RNG.integers(0, 3, 90)
    p = np.where(RNG.random(90) < 0.2, 3, np.where(RNG.random(90) < 0.6, y, RNG.integers(0, 3, 90)))
    cell = cells(90, 4, 3)
    known = np.where(p == 3, -1, p)
    for metric, settings, function in [
        ("accuracy", {}, sk.accuracy_score),
        ("balanced-accuracy", {}, sk.balanced_accuracy_score),
        ("mcc", {}, sk.matthews_corrcoef),
        ("cohen-kappa", {}, sk.cohen_kappa_score),
        ("f1", {"averaging": "macro"}, lambda a, b: sk.f1_score(a, b, average="macro", zero_division=0)),
        ("f1", {"averaging": "micro"}, lambda a, b: sk.f1_score(a, b, average="micro", zero_division=0)),
    ]:
        case("unknown names", metric, settings, codes(y), codes(known), lambda rows: function(y[rows], p[rows]), cell,
             classes=3)


def distributions():
    y = np.round(RNG.normal(5, 2, 70), 0)
    p = np.sort(RNG.random((70, 12)), axis=1)
    cell = cells(70, 5, 3)
    case("grid", "crps", {}, numbers(y), table(p), lambda rows: crps(y[rows], p[rows], 0, 1), cell)
    case("grid", "crps", {"gridStart": -2, "gridStep": 1.5}, numbers(y), table(p),
         lambda rows: crps(y[rows], p[rows], -2, 1.5), cell)


def retrieval():
    """Lists: a row is a group."""
    relevant = [sorted(set(RNG.integers(0, 30, RNG.integers(0, 6)))) for _ in range(50)]
    ranked = [list(RNG.integers(-1, 30, RNG.integers(0, 25))) for _ in range(50)]
    cell = cells(50, 5, 3)
    for k in (1, 3, 10):
        for metric, function in [("map-at-k", average_precision_at), ("recall-at-k", recall_at), ("ndcg-at-k", ndcg_of_list)]:
            case("lists", metric, {"k": k}, lists(relevant), lists(ranked),
                 lambda rows: np.mean([function(k, relevant[r], ranked[r]) for r in rows]), cell)
    case("lists", "mrr", {}, lists(relevant), lists(ranked),
         lambda rows: np.mean([reciprocal_rank(relevant[r], ranked[r]) for r in rows]), cell)

    """Scores: a group is the rows with its number, all in one cell."""
    for name, decimals in [("scores", 9), ("tied scores", 0)]:
        group = np.sort(RNG.integers(100, 130, 400))
        group_cell = cells(200, 5, 3)
        cell = group_cell[group]
        order = RNG.permutation(400)
        group, cell = group[order], cell[order]
        y = np.where(RNG.random(400) < 0.7, 0, RNG.integers(1, 5, 400)).astype(float)
        p = np.round(y + RNG.normal(0, 3, 400), decimals)

        def over(rows, function):
            return np.mean([function(rows[group[rows] == g]) for g in dict.fromkeys(group[rows])])

        def worst_first(rows):
            """Items by score, those that are relevant last among equals."""
            return sorted(range(len(rows)), key=lambda i: (-p[rows[i]], y[rows[i]] > 0))

        def hits(rows):
            return [i for i in range(len(rows)) if y[rows[i]] > 0]

        for k in (1, 4, 10):
            for gain, worth in [("linear", y), ("exponential", 2 ** y - 1)]:
                case(name, "ndcg-at-k", {"k": k, "gain": gain}, numbers(y), numbers(p),
                     lambda rows: over(rows, lambda g: sk.ndcg_score([worth[g]], [p[g]], k=k)), cell, groups=group)
            for metric, function in [("map-at-k", average_precision_at), ("recall-at-k", recall_at)]:
                case(name, metric, {"k": k}, numbers(y), numbers(p),
                     lambda rows: over(rows, lambda g: function(k, hits(g), worst_first(g))), cell, groups=group)
        case(name, "mrr", {}, numbers(y), numbers(p),
             lambda rows: over(rows, lambda g: reciprocal_rank(hits(g), worst_first(g))), cell, groups=group)
        if decimals == 9:
            # Whole rankings without ties are what scikit-learn calls average precision.
            case(name, "map-at-k", {"k": 1000}, numbers(y), numbers(p),
                 lambda rows: over(rows, lambda g: sk.average_precision_score(y[g] > 0, p[g]) if (y[g] > 0).any() else 0.0),
                 cell, groups=group)


np.seterr(all="ignore")
import warnings  # noqa: E402
warnings.simplefilter("ignore")
regression()
targets()
binary()
categories()
distributions()
retrieval()
json.dump({
    "madeWith": f"scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}",
    "cases": CASES,
}, sys.stdout, indent=None, separators=(",", ":"))
sys.stdout.write("\n")
