using System.Text;
using System.Text.Json.Nodes;

namespace Kctl.Printing.GoTemplates;

/// <summary>Fills a template in from one object.</summary>
internal sealed class TemplateRunner(TemplateParser template, JsonNode? root, bool allowMissingKeys)
{
    private const int MaximumDepth = 100;

    private readonly StringBuilder _output = new();
    private List<(string Name, object? Value)> _variables = [("$", GoValue.Of(root))];
    private int _depth;
    private Jump _jump;

    private enum Jump
    {
        None,
        Break,
        Continue,
    }

    public string Run()
    {
        Walk(template.Body, GoValue.Of(root));
        return _output.ToString();
    }

    private void Walk(IReadOnlyList<TemplateNode> nodes, object? dot)
    {
        foreach (var node in nodes)
        {
            if (_jump != Jump.None)
            {
                return;
            }

            switch (node)
            {
                case TextNode text:
                    _output.Append(text.Text);
                    break;
                case ActionNode { Pipeline: var pipeline }:
                    var value = Value(pipeline, dot);
                    _output.Append(pipeline.Variables.Count > 0 ? "" : value is null ? GoValue.Missing : GoValue.Print(value));
                    break;
                case BranchNode branch:
                    Scoped(() => Take(branch, dot));
                    break;
                case CallNode call:
                    Call(call, dot);
                    break;
                case JumpNode jump:
                    _jump = jump.Break ? Jump.Break : Jump.Continue;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Variables made inside end with it.</summary>
    private void Scoped(Action walk)
    {
        var known = _variables.Count;
        walk();
        _variables.RemoveRange(known, _variables.Count - known);
    }

    private void Take(BranchNode branch, object? dot)
    {
        if (branch.Keyword == "range")
        {
            Range(branch, dot);
            return;
        }

        var value = Value(branch.Pipeline, dot);
        Walk(GoValue.IsTrue(value) ? branch.Body : branch.Else, branch.Keyword == "with" && GoValue.IsTrue(value) ? value : dot);
    }

    private void Range(BranchNode branch, object? dot)
    {
        var pipeline = branch.Pipeline;
        var items = Items(Value(pipeline with { Variables = [] }, dot));
        foreach (var (key, item) in items)
        {
            Scoped(() =>
            {
                var names = pipeline.Variables;
                if (names.Count == 2)
                {
                    Assign(names[0], key, pipeline.Declares);
                }

                if (names.Count > 0)
                {
                    Assign(names[^1], item, pipeline.Declares);
                }

                Walk(branch.Body, item);
            });
            var stop = _jump == Jump.Break;
            _jump = Jump.None;
            if (stop)
            {
                break;
            }
        }

        if (items.Count == 0)
        {
            Walk(branch.Else, dot);
        }
    }

    private static List<(object? Key, object? Item)> Items(object? value) => value switch
    {
        null => [],
        JsonArray list => [.. list.Select((item, i) => ((object?)(long)i, GoValue.Of(item)))],
        JsonObject obj => [.. obj.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => ((object?)p.Key, GoValue.Of(p.Value)))],
        long count => [.. Enumerable.Range(0, (int)Math.Clamp(count, 0, 1_000_000)).Select(i => ((object?)(long)i, (object?)(long)i))],
        _ => throw new GoTemplateException($"range can't iterate over {GoValue.Print(value)}"),
    };

    private void Call(CallNode call, object? dot)
    {
        if (!template.Named.TryGetValue(call.Name, out var body) || ++_depth > MaximumDepth)
        {
            throw new GoTemplateException(_depth > MaximumDepth ? $"template \"{call.Name}\" calls itself too often" : $"template \"{call.Name}\" not defined");
        }

        var argument = call.Argument is null ? null : Value(call.Argument, dot);
        var outside = _variables;
        _variables = [("$", argument)];
        Walk(body, argument);
        _variables = outside;
        _depth--;
    }

    private object? Value(Pipeline pipeline, object? dot)
    {
        object? value = null;
        for (var i = 0; i < pipeline.Commands.Count; i++)
        {
            value = Value(pipeline.Commands[i], dot, i > 0, value);
        }

        foreach (var name in pipeline.Variables)
        {
            Assign(name, value, pipeline.Declares);
        }

        return value;
    }

    private object? Value(IReadOnlyList<Operand> command, object? dot, bool piped, object? last)
    {
        if (command[0] is FunctionOperand { Name: var name })
        {
            var arguments = command.Skip(1).Select(o => Lazily(o, dot));
            return Call(name, piped ? arguments.Append(() => last) : arguments);
        }

        return command.Count > 1 || piped ? throw new GoTemplateException($"can't give argument to non-function {Describe(command[0])}")
            : command[0] is ConstantOperand { Value: null } ? throw new GoTemplateException("nil is not a command")
            : Value(command[0], dot);
    }

    /// <summary>and and or look only at what they need.</summary>
    private static object? Call(string name, IEnumerable<Func<object?>> arguments)
    {
        var values = new List<object?>();
        foreach (var argument in arguments)
        {
            values.Add(argument());
            if (name is "and" or "or" && GoValue.IsTrue(values[^1]) == (name == "or"))
            {
                break;
            }
        }

        return TemplateFunctions.Call(name, [.. values]);
    }

    private Func<object?> Lazily(Operand operand, object? dot) => () => Value(operand, dot);

    private object? Value(Operand operand, object? dot) => operand switch
    {
        ConstantOperand constant => constant.Value,
        VariableOperand variable => Variable(variable.Name),
        FieldsOperand fields => fields.Fields.Aggregate(fields.Of is null ? dot : Value(fields.Of, dot), Field),
        NestedOperand nested => Value(nested.Pipeline, dot),
        FunctionOperand function => Call(function.Name, []),
        _ => null,
    };

    private object? Field(object? value, string name) => value switch
    {
        JsonObject obj when obj.TryGetPropertyValue(name, out var field) => GoValue.Of(field),
        JsonObject or null => allowMissingKeys ? null : throw new GoTemplateException($"map has no entry for key \"{name}\""),
        _ => throw new GoTemplateException($"can't evaluate field {name} in {GoValue.Print(value)}"),
    };

    private object? Variable(string name)
    {
        var at = _variables.FindLastIndex(v => v.Name == name);
        return at >= 0 ? _variables[at].Value : throw new GoTemplateException($"undefined variable \"{name}\"");
    }

    private void Assign(string name, object? value, bool declares)
    {
        var at = declares ? -1 : _variables.FindLastIndex(v => v.Name == name);
        if (at >= 0)
        {
            _variables[at] = (name, value);
        }
        else
        {
            _variables.Add(declares ? (name, value) : throw new GoTemplateException($"undefined variable \"{name}\""));
        }
    }

    private static string Describe(Operand operand) => operand switch
    {
        FieldsOperand fields => "." + string.Join('.', fields.Fields),
        VariableOperand variable => variable.Name,
        ConstantOperand constant => GoValue.Print(constant.Value),
        _ => "value",
    };
}
