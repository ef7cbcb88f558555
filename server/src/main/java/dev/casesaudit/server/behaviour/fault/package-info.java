/**
 * Fault scripts, and the progress of each client in them.
 *
 * <pre>
 * script    = step {"," step} [";" "seed" "=" whole number]
 * step      = [number "%"] part {"+" part} ["*" (count | "forever")]     at most one latency and one outcome
 * part      = name ["(" [argument {"," argument}] ")"]
 * argument  = [name "="] value
 * value     = characters other than , ( ) " and control characters | '"' characters, \" \\ \n \r \t or &#92;u0000 '"'
 *
 * latency(250ms)  latency(1s..1.5s)     time before anything else; alone, the answer is as usual after it
 * ok                                    as usual
 * Throttling  InternalServer  Validation  AccessDenied  ResourceNotFound(resourceType=Case, resourceId=1)
 * Conflict  ServiceQuotaExceeded  BadRequest  ServiceUnavailable
 *                                       the errors, with or without "Exception" at the end, each with (message="text")
 * error(429, name=TooManyRequests)      any other error, with or without a name and a message
 * Throttling(retryAfter=2)  (retryAfterDate=2)  (retryAfterMillis=250)
 *                                       when to try again, with InternalServer, ServiceUnavailable and error too: the header
 *                                       Retry-After in seconds or as a date, and x-amz-retry-after in milliseconds
 * gateway  gateway(bodies)  gateway(ids)
 *                                       as usual, unless the gateway in front of the service refuses the request
 * reset  close  close(midway)  hang     what becomes of the connection
 * lost                                  the operation is performed, and the connection ends without an answer
 * slow(1000)                            the answer, at so many bytes a second
 * malformed  html  html(503)  wrong-content-type  wrong-content-type(text/html)     what stands in place of the answer
 * </pre>
 *
 * <p>BadRequest, ServiceUnavailable, error and gateway happen in front of the service, and so also to a request that breaks a
 * constraint. Such a request plays no other step.
 *
 * <p>Letter case and blanks between words do not matter. A step counts as played also where its probability did not come true;
 * the attempt is then served as usual. The seed, 0 where there is none, decides probabilities and ranges.
 */
@NullMarked
package dev.casesaudit.server.behaviour.fault;

import org.jspecify.annotations.NullMarked;
