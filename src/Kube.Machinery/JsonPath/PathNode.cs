using System.Text.Json.Nodes;

namespace Kube.Machinery.JsonPath;

/// <summary>One part of a parsed template.</summary>
internal abstract record PathNode;

/// <summary>Text to print as it is.</summary>
internal sealed record TextNode(string Text) : PathNode;

/// <summary>The steps within one pair of braces.</summary>
internal sealed record StepsNode(IReadOnlyList<PathNode> Steps) : PathNode;

/// <summary>Everything up to the matching end, once for each value of <paramref name="Over"/>.</summary>
internal sealed record RangeNode(StepsNode Over, IReadOnlyList<PathNode> Body) : PathNode;

/// <summary>A field; an empty name is the object itself.</summary>
internal sealed record FieldNode(string Name) : PathNode;

/// <summary>An index or a slice of a list; null is left out.</summary>
internal sealed record SliceNode(int? Start, int? End, int? Step, bool IsIndex) : PathNode;

/// <summary>Items for which a comparison holds.</summary>
internal sealed record FilterNode(StepsNode Left, string Operator, StepsNode? Right) : PathNode;

/// <summary>All items or values.</summary>
internal sealed record WildcardNode : PathNode;

/// <summary>The value and everything below it.</summary>
internal sealed record RecursiveNode : PathNode;

/// <summary>The results of several paths one after the other.</summary>
internal sealed record UnionNode(IReadOnlyList<StepsNode> Paths) : PathNode;

/// <summary>A number, boolean or quoted text.</summary>
internal sealed record LiteralNode(JsonNode? Value) : PathNode;
