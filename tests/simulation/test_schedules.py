"""Whatever happens to laptops and shares, they end alike, nothing acknowledged is lost, and differences are told."""

import os

import pytest

from sla_desktop.services import exchange
from tests.cluster import fresh_database
from tests.simulation.hubs import FolderHub, PostgresHub, StoreHub
from tests.simulation.schedule import play, templates

CHUNK = 50


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """Data files to copy."""
    return templates(tmp_path_factory.mktemp("templates"))


def seeds(first):
    return range(first, first + CHUNK)


@pytest.mark.parametrize("first", range(0, 1550, CHUNK))
def test_laptops_and_a_share_served_by_one_of_them_end_alike(empty, first):
    for seed in seeds(first):
        play(seed, empty, StoreHub)


@pytest.mark.parametrize("first", range(10_000, 10_300, CHUNK))
def test_laptops_and_a_folder_end_alike(empty, first):
    for seed in seeds(first):
        play(seed, empty, FolderHub)


@pytest.fixture(scope="module")
def shared(postgres):
    """An empty share on a real PostgreSQL."""
    url = fresh_database(postgres)
    exchange.share_init(url)
    return url


@pytest.mark.parametrize("first", range(15_000, 15_100, CHUNK))
def test_laptops_and_a_shared_database_end_alike(empty, shared, first):
    for seed in seeds(first):
        play(seed, empty, lambda *_: PostgresHub(shared))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are copied to be killed")
@pytest.mark.parametrize("first", range(20_000, 20_050, CHUNK))
def test_laptops_that_are_really_killed_end_alike(empty, first):
    for seed in seeds(first):
        play(seed, empty, StoreHub if seed % 2 else FolderHub, kills=True)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(100_000, 110_000, CHUNK))
def test_ten_thousand_longer_schedules(empty, first):
    for seed in seeds(first):
        play(seed, empty, FolderHub if seed % 3 == 0 else StoreHub, kills=seed % 50 == 0, longest=60)
