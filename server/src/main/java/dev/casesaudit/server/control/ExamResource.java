package dev.casesaudit.server.control;

import dev.casesaudit.control.ExamsApi;
import dev.casesaudit.control.model.ExamKind;
import dev.casesaudit.control.model.ExamList;
import dev.casesaudit.control.model.ExamReport;
import dev.casesaudit.control.model.ExamSummary;
import dev.casesaudit.control.model.ExamTask;
import dev.casesaudit.control.model.NewExam;
import dev.casesaudit.control.model.Verdict;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.exam.Exam;
import dev.casesaudit.server.exam.Exams;
import dev.casesaudit.server.exam.JunitXml;
import dev.casesaudit.server.exam.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Starts, reports and ends exams. */
@ApplicationScoped
public class ExamResource implements ExamsApi {

    private final Exams exams;

    ExamResource(Exams exams) {
        this.exams = exams;
    }

    @Override
    public ExamList getExams() {
        return new ExamList().exams(exams.all().stream().map(this::summary).toList());
    }

    @Override
    public ExamReport startExam(NewExam newExam) {
        Exam exam = exams.start(Kind.valueOf(newExam.getKind().name()))
                .orElseThrow(() -> InvalidChange.at(
                        "",
                        String.format(Locale.ROOT, "at most %d exams at a time", Exams.MOST),
                        "one more: end some of them"));
        return report(exam);
    }

    @Override
    public ExamReport getExam(String examId) {
        return report(existing(examId));
    }

    @Override
    public String getExamAsJunit(String examId) {
        Exam exam = existing(examId);
        return JunitXml.of(exam, exams.verdicts(exam));
    }

    @Override
    public void deleteExam(String examId) {
        exams.end(existing(examId));
    }

    private Exam existing(String examId) {
        return exams.find(examId)
                .orElseThrow(() -> new ServiceException(ServiceError.resourceNotFound(
                        "Exam", examId, String.format(Locale.ROOT, "Exam %s does not exist.", examId))));
    }

    private ExamReport report(Exam exam) {
        List<Exam.TaskVerdict> verdicts = exams.verdicts(exam);
        return new ExamReport()
                .examId(exam.id())
                .kind(kind(exam))
                .domainId(exam.domainId())
                .verdict(verdict(verdicts))
                .tasks(verdicts.stream().map(ExamResource::task).toList());
    }

    ExamSummary summary(Exam exam) {
        return new ExamSummary()
                .examId(exam.id())
                .kind(kind(exam))
                .domainId(exam.domainId())
                .verdict(verdict(exams.verdicts(exam)));
    }

    private static ExamTask task(Exam.TaskVerdict verdict) {
        return new ExamTask()
                .domainId(verdict.domainId())
                .caseId(verdict.task())
                .expects(verdict.expects())
                .verdict(verdict.passed() ? Verdict.PASSED : Verdict.FAILED)
                .reasons(verdict.reasons())
                .remarks(verdict.remarks());
    }

    private static ExamKind kind(Exam exam) {
        return ExamKind.valueOf(exam.kind().name());
    }

    private static Verdict verdict(List<Exam.TaskVerdict> verdicts) {
        return verdicts.stream().allMatch(Exam.TaskVerdict::passed) ? Verdict.PASSED : Verdict.FAILED;
    }
}
