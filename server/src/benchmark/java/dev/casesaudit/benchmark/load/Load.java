package dev.casesaudit.benchmark.load;

/**
 * What came of a load.
 *
 * @param perSecond requests
 * @param cpuMicros of the server, for each request
 * @param p99Micros until the answer
 */
public record Load(double perSecond, double cpuMicros, double p99Micros) {}
