package dev.casesaudit.server.control;

import dev.casesaudit.control.RateLimitsApi;
import dev.casesaudit.control.model.RateLimit;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.fault.FaultScript;
import dev.casesaudit.server.fault.FaultScriptException;
import dev.casesaudit.server.fault.Rate;
import dev.casesaudit.server.fault.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Limits what domains take. */
@ApplicationScoped
public class RateLimitResource implements RateLimitsApi {

    private final RateLimits limits;
    private final Ids ids;
    private final WorldLimits most;

    RateLimitResource(RateLimits limits, Ids ids, WorldLimits most) {
        this.limits = limits;
        this.ids = ids;
        this.most = most;
    }

    @Override
    public RateLimit getRateLimit() {
        return found(limits.everywhere());
    }

    @Override
    public RateLimit putRateLimit(RateLimit rateLimit) {
        limits.setEverywhere(rate(rateLimit));
        return getRateLimit();
    }

    @Override
    public void deleteRateLimit() {
        limits.removeEverywhere();
    }

    @Override
    public RateLimit getDomainRateLimit(String domainId) {
        return found(limits.of(domainId));
    }

    @Override
    public RateLimit putDomainRateLimit(String domainId, RateLimit rateLimit) {
        if (limits.of(domainId).isEmpty()) {
            most.checkOneMore("rate limits", limits.list().size());
        }
        limits.set(ids.domain(domainId), rate(rateLimit));
        return getDomainRateLimit(domainId);
    }

    @Override
    public void deleteDomainRateLimit(String domainId) {
        limits.remove(domainId);
    }

    private static Rate rate(RateLimit asked) {
        String answer = asked.getAnswer();
        if (answer == null) {
            return new Rate(asked.getRate(), asked.getBurst());
        }
        try {
            return new Rate(asked.getRate(), asked.getBurst(), FaultScript.parseError(answer));
        } catch (FaultScriptException e) {
            throw InvalidChange.at(
                    "/answer", e.expected(), String.format(Locale.ROOT, "%s at character %d", e.got(), e.position()));
        }
    }

    private static RateLimit found(Optional<Rate> limit) {
        return limit.map(rate -> new RateLimit()
                        .rate(rate.perSecond())
                        .burst(rate.burst())
                        .answer(rate.beyondText().orElse(null)))
                .orElseThrow(() -> new ServiceException(
                        ServiceError.resourceNotFound("RateLimit", "", "No rate limit is set here.")));
    }
}
