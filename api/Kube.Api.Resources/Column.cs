namespace Kube.Api.Resources;

/// <summary>One printed column. A cell is a string, a number, a boolean or null; it must not throw on a half-filled object.</summary>
/// <param name="Name">Heading, as Kubernetes writes it (<c>Ready</c>, <c>Up-to-date</c>).</param>
/// <param name="Type">OpenAPI type: string, integer, number or boolean.</param>
/// <param name="Cell">The value for one object; the second argument is now, for ages.</param>
/// <param name="Priority">0 is always shown, 1 with <c>-o wide</c>.</param>
/// <param name="Format"><c>name</c> for the column that holds the object's name.</param>
/// <param name="Description">One sentence, shown in the table's column definitions.</param>
public sealed record Column<T>(string Name, string Type, Func<T, DateTime, object?> Cell, int Priority = 0, string Format = "", string Description = "");
