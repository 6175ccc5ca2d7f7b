namespace Kube.Api.Diagnosis;

/// <summary>The rules of one port of a Service.</summary>
public sealed class ServicePortRules
{
    /// <summary>The port's name; empty for the only one.</summary>
    public string? Name { get; set; }

    /// <summary>TCP, UDP or SCTP.</summary>
    public string? Protocol { get; set; }

    /// <summary>The Service's address and port.</summary>
    public string? Address { get; set; }

    /// <summary>The port on every address of the machine; absent for none.</summary>
    public int? NodePort { get; set; }

    /// <summary>The endpoints that connections are handed to, as address:port.</summary>
    public List<string>? Endpoints { get; set; }
}
