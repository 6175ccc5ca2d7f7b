namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>An expression with a name.</summary>
public sealed class Variable
{
    /// <summary>The name, a CEL identifier unique in the list; other expressions say variables.NAME.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>CEL expression that gives the value. It sees what the expression that uses it sees, and the variables before it.</summary>
    [Required, ProtoField(2)]
    public string? Expression { get; set; }
}
