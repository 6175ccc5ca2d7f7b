namespace Kube.Api.Core.V1;

/// <summary>One environment variable.</summary>
public sealed class EnvVar
{
    /// <summary>Name of the variable; any printable ASCII but the equals sign.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The value. $(NAME) stands for a variable set before, $$ for a dollar sign. Default empty.</summary>
    [ProtoField(2)]
    public string? Value { get; set; }

    /// <summary>Where the value comes from instead.</summary>
    [ProtoField(3, IsPointer = true)]
    public EnvVarSource? ValueFrom { get; set; }
}
