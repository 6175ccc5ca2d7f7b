namespace Kube.Hosting;

/// <summary>A declared flag; its value is there once the arguments are parsed.</summary>
public sealed class Flag<T>
{
    internal Flag(string name, T defaultValue)
    {
        Name = name;
        Value = defaultValue;
    }

    /// <summary>Name without dashes.</summary>
    public string Name { get; }

    /// <summary>The value: the default until parsed.</summary>
    public T Value { get; internal set; }

    /// <summary>Whether the arguments set it.</summary>
    public bool IsSet { get; internal set; }

    /// <summary>The value, implicitly.</summary>
    public static implicit operator T(Flag<T> flag) => flag.Value;
}
