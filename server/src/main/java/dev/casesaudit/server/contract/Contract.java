package dev.casesaudit.server.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the mock needs of a contract: the routes of operations, and the shapes of parameters and schemas. The build
 * makes it of the document, so that a start reads a few kilobytes and no YAML.
 *
 * @param operations in the order of the document
 */
public record Contract(List<Operation> operations, Map<String, Shape> parameters, Map<String, Shape> schemas) {

    /** The contract of GetCaseAuditEvents, in the api jar. */
    public static final String OPERATION = "META-INF/openapi.yaml";

    /** The contract of the operations whose edits a history records, in the api jar. */
    public static final String CASES = "META-INF/cases.yaml";

    /** The contract of the control API, in the api jar. */
    public static final String CONTROL = "META-INF/mock-control.yaml";

    public Contract {
        operations = List.copyOf(operations);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    }

    /** Returns the contract of all operations. */
    public static Contract operation() {
        return OfOperation.CONTRACT;
    }

    /** Returns the contract of the control API. */
    public static Contract control() {
        return OfControl.CONTRACT;
    }

    /** Returns a document with its comments, as YAML in UTF-8. */
    public static byte[] text(String document) {
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(document)) {
            if (in == null) {
                throw new IllegalStateException(String.format(Locale.ROOT, "%s is not on the class path", document));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s cannot be read", document), e);
        }
    }

    /** Returns the name of the resource with what the build made of a document. */
    public static String built(String document) {
        return document.replace(".yaml", ".shapes");
    }

    /** This contract and another, whose shapes win where both have one. */
    Contract and(Contract more) {
        Map<String, Shape> allParameters = new LinkedHashMap<>(parameters);
        allParameters.putAll(more.parameters);
        Map<String, Shape> allSchemas = new LinkedHashMap<>(schemas);
        allSchemas.putAll(more.schemas);
        return new Contract(
                Stream.concat(operations.stream(), more.operations.stream()).toList(), allParameters, allSchemas);
    }

    /** Returns the shape of a schema. */
    public Shape schema(String name) {
        return of(schemas, name);
    }

    /** Returns the shape of a member of a structure. */
    public Shape member(String schema, String member) {
        return of(((Shape.Structure) schema(schema)).members(), member).shape();
    }

    /** Returns the shape of a parameter, by the name of its component. */
    public Shape parameter(String component) {
        return of(parameters, component);
    }

    private static <T> T of(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalStateException("the contract has nothing of the name " + name);
        }
        return found;
    }

    /** Writes it in the form in which a start reads it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeShort(operations.size());
        for (Operation operation : operations) {
            out.writeUTF(operation.id());
            out.writeUTF(operation.method());
            out.writeUTF(operation.path());
            ShapeBytes.write(operation.labels(), out);
            ShapeBytes.write(operation.query(), out);
            ShapeBytes.write(operation.body(), out);
            out.writeShort(operation.errors().size());
            for (String error : operation.errors()) {
                out.writeUTF(error);
            }
        }
        ShapeBytes.write(parameters, out);
        ShapeBytes.write(schemas, out);
    }

    private static Contract built(DataInputStream in) throws IOException {
        List<Operation> operations = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            operations.add(new Operation(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    ShapeBytes.read(in),
                    ShapeBytes.read(in),
                    ShapeBytes.shape(in),
                    texts(in)));
        }
        return new Contract(operations, ShapeBytes.read(in), ShapeBytes.read(in));
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static Contract readBuilt(String document) {
        byte[] bytes = text(built(document));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return built(in);
        } catch (IOException e) {
            throw new IllegalStateException(String.format(Locale.ROOT, "%s was written by the build", document), e);
        }
    }

    /**
     * An operation.
     *
     * @param id its {@code operationId}
     * @param method in capital letters
     * @param path with labels in braces
     * @param labels the labels of the path, in its order
     * @param query the parameters in the query
     * @param body without members, if the operation has none
     * @param errors the names of its errors
     */
    public record Operation(
            String id,
            String method,
            String path,
            Map<String, Shape> labels,
            Map<String, Shape> query,
            Shape body,
            List<String> errors) {

        public Operation {
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
            query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
            errors = List.copyOf(errors);
        }
    }

    private static final class OfOperation {
        private static final Contract CONTRACT = readBuilt(OPERATION);
    }

    // Read with the first document of the control API.
    private static final class OfControl {
        private static final Contract CONTRACT = readBuilt(CONTROL);
    }
}
