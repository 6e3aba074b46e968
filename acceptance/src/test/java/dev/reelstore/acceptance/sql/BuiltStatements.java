package dev.reelstore.acceptance.sql;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds where SQL that is no constant is handed to the database, with the compiler's own knowledge of names and types. A
 * parameter of a private method counts as a constant where each of its callers gives one.
 */
final class BuiltStatements extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final Pattern TAKES_SQL = Pattern.compile("(java\\.sql\\.(Connection|Statement|PreparedStatement)"
            + "|org\\.postgresql\\.copy\\.CopyManager|com\\.zaxxer\\.hikari\\.HikariConfig"
            + "|dev\\.reelstore\\.adapter\\.postgres\\.tables\\.SqlGateway)"
            + "#(prepareStatement|prepareCall|nativeSQL|execute|executeMany|executeQuery|executeUpdate|executeLargeUpdate"
            + "|addBatch|copyIn|copyOut|setConnectionInitSql|setConnectionTestQuery)");
    private static final Pattern WORTH_READING = Pattern.compile(
            "prepare(Statement|Call)|\\.execute|::execute|addBatch|copy(In|Out)|nativeSQL|setConnection");

    private final Trees trees;
    private final Map<Element, List<TreePath>> calls = new HashMap<>();
    private final List<TreePath> suspects = new ArrayList<>();

    private BuiltStatements(Trees trees) {
        this.trees = trees;
    }

    /** The methods with such a call, as {@code Type.method}. */
    static Set<String> in(List<Source> sources) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        said,
                        List.of("-proc:none", "-Xlint:none", "-classpath", System.getProperty("java.class.path")),
                        null,
                        sources.stream()
                                .filter(source -> source.isJava()
                                        && WORTH_READING.matcher(source.text()).find())
                                .map(Source::forCompiler)
                                .toList());
        Iterable<? extends CompilationUnitTree> units = task.parse();
        task.analyze();
        said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .findFirst()
                .ifPresent(error -> {
                    throw new IllegalArgumentException("the sources do not compile: " + error);
                });
        BuiltStatements scan = new BuiltStatements(Trees.instance(task));
        units.forEach(unit -> scan.scan(unit, null));
        return scan.places();
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        Element method = trees.getElement(getCurrentPath());
        if (method != null) {
            calls.computeIfAbsent(method, any -> new ArrayList<>()).add(getCurrentPath());
        }
        if (takesSql(method)) {
            suspects.add(new TreePath(getCurrentPath(), call.getArguments().get(0)));
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void nothing) {
        if (takesSql(trees.getElement(getCurrentPath()))) {
            suspects.add(getCurrentPath());
        }
        return super.visitMemberReference(reference, nothing);
    }

    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        for (TreePath suspect : suspects) {
            if (!constant(suspect, new HashSet<>())) {
                places.add(place(suspect));
            }
        }
        return places;
    }

    private static boolean takesSql(@Nullable Element element) {
        return element instanceof ExecutableElement method
                && !method.getParameters().isEmpty()
                && method.getParameters().get(0).asType().toString().equals("java.lang.String")
                && TAKES_SQL
                        .matcher(((TypeElement) method.getEnclosingElement()).getQualifiedName() + "#"
                                + method.getSimpleName())
                        .matches();
    }

    private boolean constant(TreePath path, Set<Element> asked) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree inner) {
            return constant(new TreePath(path, inner.getExpression()), asked);
        }
        if (tree instanceof BinaryTree both) {
            return constant(new TreePath(path, both.getLeftOperand()), asked)
                    && constant(new TreePath(path, both.getRightOperand()), asked);
        }
        if (tree instanceof ConditionalExpressionTree either) {
            return constant(new TreePath(path, either.getTrueExpression()), asked)
                    && constant(new TreePath(path, either.getFalseExpression()), asked);
        }
        return tree instanceof LiteralTree
                || (!(tree instanceof MemberReferenceTree)
                        && trees.getElement(path) instanceof VariableElement variable
                        && (variable.getConstantValue() != null || alwaysGivenOne(variable, asked)));
    }

    private boolean alwaysGivenOne(VariableElement variable, Set<Element> asked) {
        if (variable.getKind() != ElementKind.PARAMETER
                || !variable.getEnclosingElement().getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        ExecutableElement method = (ExecutableElement) variable.getEnclosingElement();
        int place = method.getParameters().indexOf(variable);
        List<TreePath> callers = calls.getOrDefault(method, List.of());
        return asked.add(variable)
                && !callers.isEmpty()
                && callers.stream().allMatch(caller -> constant(argument(caller, place), asked));
    }

    private static TreePath argument(TreePath call, int place) {
        List<? extends ExpressionTree> arguments = ((MethodInvocationTree) call.getLeaf()).getArguments();
        return new TreePath(call, arguments.get(place));
    }

    private String place(TreePath path) {
        TreePath up = path;
        while (!(up.getLeaf() instanceof MethodTree)) {
            up = up.getParentPath();
        }
        Element method = trees.getElement(up);
        return method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
    }
}
