package dev.casesaudit.server.control;

import dev.casesaudit.control.RateLimitsApi;
import dev.casesaudit.control.model.RateLimit;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.fault.FaultScriptException;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.throttle.Rate;
import dev.casesaudit.server.throttle.RateLimits;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.WorldStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sets the rate limits of domains. */
@ApplicationScoped
public class RateLimitResource implements RateLimitsApi {

    private final WorldStore store;
    private final Ids ids;
    private final WorldLimits most;

    RateLimitResource(WorldStore store, Ids ids, WorldLimits most) {
        this.store = store;
        this.ids = ids;
        this.most = most;
    }

    @Override
    public RateLimit getRateLimit() {
        return found(store.now(CaseSelection.NONE).rateLimits().everywhere());
    }

    @Override
    public RateLimit putRateLimit(RateLimit rateLimit) {
        Rate rate = rate(rateLimit);
        return found(change(limits -> limits.everywhere(Optional.of(rate))).everywhere());
    }

    @Override
    public void deleteRateLimit() {
        change(limits -> limits.everywhere(Optional.empty()));
    }

    @Override
    public RateLimit getDomainRateLimit(String domainId) {
        return found(store.now(CaseSelection.NONE).rateLimits().of(domainId));
    }

    @Override
    public RateLimit putDomainRateLimit(String domainId, RateLimit rateLimit) {
        String id = ids.domain(domainId);
        Rate rate = rate(rateLimit);
        RateLimits after = change(limits -> {
            if (limits.of(id).isEmpty()) {
                most.checkOneMore("rate limits", limits.list().size());
            }
            return limits.with(id, rate);
        });
        return found(after.of(id));
    }

    @Override
    public void deleteDomainRateLimit(String domainId) {
        change(limits -> limits.without(domainId));
    }

    private RateLimits change(UnaryOperator<RateLimits> change) {
        return store.change(CaseSelection.NONE, now -> now.with(change.apply(now.rateLimits())))
                .rateLimits();
    }

    private static Rate rate(RateLimit limit) {
        String answer = limit.getAnswer();
        if (answer == null) {
            return new Rate(limit.getRate(), limit.getBurst());
        }
        try {
            return new Rate(limit.getRate(), limit.getBurst(), FaultScript.parseError(answer));
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
