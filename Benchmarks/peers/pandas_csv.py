"""Times pandas' read_csv on the file that `bench csv FILE` reads (and makes where it is not there).

    taskset -c 0 .build/release/bench csv tracks.csv; taskset -c 0 python peers/pandas_csv.py tracks.csv

pandas 3.1.1, whose C engine rounds correctly, as TrackData does. Without taskset both take what processors they can.
"""

import statistics
import sys
import time

import pandas


wall, cpu = [], []
for _ in range(8):
    begin, cpu_begin = time.perf_counter(), time.process_time()
    frame = pandas.read_csv(sys.argv[1])
    wall.append(time.perf_counter() - begin)
    cpu.append(time.process_time() - cpu_begin)
    assert frame.shape[1] == 17
    # To give the memory back again is no part of reading.
    del frame
# The first is to warm up.
print(f"pandas {pandas.__version__}: {statistics.median(wall[1:])} s, {statistics.median(cpu[1:])} s of CPU")
