namespace Kctl.Printing.GoTemplates;

/// <summary>A part of a template.</summary>
internal abstract record TemplateNode;

/// <summary>Text that is printed as it is.</summary>
internal sealed record TextNode(string Text) : TemplateNode;

/// <summary><c>{{pipeline}}</c></summary>
internal sealed record ActionNode(Pipeline Pipeline) : TemplateNode;

/// <summary><c>{{if}}</c>, <c>{{with}}</c> or <c>{{range}}</c>, with what follows <c>{{else}}</c>.</summary>
internal sealed record BranchNode(string Keyword, Pipeline Pipeline, IReadOnlyList<TemplateNode> Body, IReadOnlyList<TemplateNode> Else) : TemplateNode;

/// <summary><c>{{template "name" pipeline}}</c></summary>
internal sealed record CallNode(string Name, Pipeline? Argument) : TemplateNode;

/// <summary><c>{{break}}</c> or <c>{{continue}}</c></summary>
internal sealed record JumpNode(bool Break) : TemplateNode;

/// <summary>Commands, each of which gets the value of the one before as its last argument; the value may go into variables.</summary>
internal sealed record Pipeline(IReadOnlyList<string> Variables, bool Declares, IReadOnlyList<IReadOnlyList<Operand>> Commands);

/// <summary>A value in a command.</summary>
internal abstract record Operand;

/// <summary>A number, text, truth value or nil.</summary>
internal sealed record ConstantOperand(object? Value) : Operand;

/// <summary>A function by its name.</summary>
internal sealed record FunctionOperand(string Name) : Operand;

/// <summary>Fields of a start: of the current value (null), of a variable, or of what stands in parentheses.</summary>
internal sealed record FieldsOperand(Operand? Of, IReadOnlyList<string> Fields) : Operand;

/// <summary><c>$name</c>; <c>$</c> is the whole object.</summary>
internal sealed record VariableOperand(string Name) : Operand;

/// <summary>A pipeline in parentheses.</summary>
internal sealed record NestedOperand(Pipeline Pipeline) : Operand;
