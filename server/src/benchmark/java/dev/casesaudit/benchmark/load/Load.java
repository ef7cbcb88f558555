package dev.casesaudit.benchmark.load;

/**
 * The result of a load.
 *
 * @param perSecond requests
 * @param cpuMicros CPU time of the server for each request
 * @param p99Micros response time
 */
public record Load(double perSecond, double cpuMicros, double p99Micros) {}
