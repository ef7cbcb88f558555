package dev.casesaudit.server.contract;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes and reads shapes, each as a letter for its kind and its parts. */
final class ShapeBytes {

    private ShapeBytes() {}

    static void write(Map<String, Shape> shapes, DataOutput out) throws IOException {
        out.writeShort(shapes.size());
        for (Map.Entry<String, Shape> shape : shapes.entrySet()) {
            out.writeUTF(shape.getKey());
            write(shape.getValue(), out);
        }
    }

    static Map<String, Shape> read(DataInput in) throws IOException {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int left = in.readShort(); left > 0; left--) {
            shapes.put(in.readUTF(), shape(in));
        }
        return shapes;
    }

    static void write(Shape shape, DataOutput out) throws IOException {
        if (shape instanceof Shape.Text text) {
            out.writeByte('s');
            out.writeInt(text.minLength());
            out.writeInt(text.maxLength());
            out.writeUTF(text.pattern().map(Pattern::pattern).orElse(""));
            out.writeShort(text.values().size());
            for (String value : text.values()) {
                out.writeUTF(value);
            }
            out.writeBoolean(text.sensitive());
        } else if (shape instanceof Shape.WholeNumber number) {
            out.writeByte('i');
            out.writeInt(number.min());
            out.writeInt(number.max());
        } else if (shape instanceof Shape.LongNumber number) {
            out.writeByte('j');
            out.writeLong(number.min());
            out.writeLong(number.max());
        } else if (shape instanceof Shape.Amount amount) {
            out.writeByte('a');
            out.writeDouble(amount.max());
        } else if (shape instanceof Shape.DoubleNumber) {
            out.writeByte('d');
        } else if (shape instanceof Shape.Flag) {
            out.writeByte('b');
        } else if (shape instanceof Shape.Timestamp) {
            out.writeByte('t');
        } else if (shape instanceof Shape.ListOf list) {
            out.writeByte('l');
            write(list.item(), out);
            out.writeBoolean(list.sparse());
            out.writeInt(list.minItems());
            out.writeInt(list.maxItems());
        } else if (shape instanceof Shape.MapOf map) {
            out.writeByte('m');
            write(map.key(), out);
            write(map.value(), out);
            out.writeInt(map.maxEntries());
        } else if (shape instanceof Shape.Structure structure) {
            out.writeByte('o');
            out.writeShort(structure.members().size());
            for (Map.Entry<String, Shape.Member> member : structure.members().entrySet()) {
                out.writeUTF(member.getKey());
                write(member.getValue().shape(), out);
                out.writeBoolean(member.getValue().required());
            }
        } else if (shape instanceof Shape.Union union) {
            out.writeByte('u');
            write(union.arms(), out);
        } else {
            throw new IllegalStateException("there is no letter for " + shape);
        }
    }

    static Shape shape(DataInput in) throws IOException {
        char kind = (char) in.readByte();
        return switch (kind) {
            case 's' -> text(in);
            case 'i' -> new Shape.WholeNumber(in.readInt(), in.readInt());
            case 'j' -> new Shape.LongNumber(in.readLong(), in.readLong());
            case 'a' -> new Shape.Amount(in.readDouble());
            case 'd' -> new Shape.DoubleNumber();
            case 'b' -> new Shape.Flag();
            case 't' -> new Shape.Timestamp();
            case 'l' -> new Shape.ListOf(shape(in), in.readBoolean(), in.readInt(), in.readInt());
            case 'm' -> new Shape.MapOf((Shape.Text) shape(in), shape(in), in.readInt());
            case 'o' -> structure(in);
            case 'u' -> new Shape.Union(read(in));
            default -> throw new IOException("there is no shape of the kind " + kind);
        };
    }

    private static Shape.Text text(DataInput in) throws IOException {
        int min = in.readInt();
        int max = in.readInt();
        String pattern = in.readUTF();
        List<String> values = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            values.add(in.readUTF());
        }
        return new Shape.Text(
                min,
                max,
                pattern.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(pattern)),
                values,
                in.readBoolean());
    }

    private static Shape.Structure structure(DataInput in) throws IOException {
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        for (int left = in.readShort(); left > 0; left--) {
            members.put(in.readUTF(), new Shape.Member(shape(in), in.readBoolean()));
        }
        return new Shape.Structure(members);
    }
}
