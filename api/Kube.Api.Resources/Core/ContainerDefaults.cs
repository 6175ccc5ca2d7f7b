using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What a container has when its author does not say.</summary>
internal static class ContainerDefaults
{
    public static void Apply(Container container)
    {
        container.Resources ??= new ResourceRequirements();
        container.TerminationMessagePath ??= "/dev/termination-log";
        container.TerminationMessagePolicy ??= TerminationMessagePolicy.File;
        container.ImagePullPolicy ??= PullPolicyFor(container.Image);
        foreach (var port in container.Ports ?? [])
        {
            port.Protocol ??= Protocol.TCP;
        }

        foreach (var variable in container.Env ?? [])
        {
            Apply(variable.ValueFrom);
        }

        Apply(container.LivenessProbe);
        Apply(container.ReadinessProbe);
        Apply(container.StartupProbe);
        Apply(container.Lifecycle?.PostStart?.HttpGet);
        Apply(container.Lifecycle?.PreStop?.HttpGet);
    }

    public static void Apply(EphemeralContainer container)
    {
        container.Resources ??= new ResourceRequirements();
        container.TerminationMessagePath ??= "/dev/termination-log";
        container.TerminationMessagePolicy ??= TerminationMessagePolicy.File;
        container.ImagePullPolicy ??= PullPolicyFor(container.Image);
        foreach (var variable in container.Env ?? [])
        {
            Apply(variable.ValueFrom);
        }
    }

    /// <summary>Pulls always where the image may change under the same name: tag <c>latest</c>, or neither tag nor digest.</summary>
    public static string PullPolicyFor(string? image)
    {
        if (image?.Contains('@', StringComparison.Ordinal) == true)
        {
            return PullPolicy.IfNotPresent;
        }

        var name = image?[(image.LastIndexOf('/') + 1)..] ?? "";
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || name[(colon + 1)..] == "latest" ? PullPolicy.Always : PullPolicy.IfNotPresent;
    }

    public static void Apply(ObjectFieldSelector? field)
    {
        if (field is not null)
        {
            field.ApiVersion = string.IsNullOrEmpty(field.ApiVersion) ? "v1" : field.ApiVersion;
        }
    }

    public static void Apply(ResourceFieldSelector? field)
    {
        if (field is not null)
        {
            field.Divisor ??= default(Quantity);
        }
    }

    private static void Apply(EnvVarSource? source)
    {
        Apply(source?.FieldRef);
        Apply(source?.ResourceFieldRef);
        if (source?.FileKeyRef is { } file)
        {
            file.Optional ??= false;
        }
    }

    private static void Apply(Probe? probe)
    {
        if (probe is null)
        {
            return;
        }

        probe.TimeoutSeconds = OrIfUnset(probe.TimeoutSeconds, 1);
        probe.PeriodSeconds = OrIfUnset(probe.PeriodSeconds, 10);
        probe.SuccessThreshold = OrIfUnset(probe.SuccessThreshold, 1);
        probe.FailureThreshold = OrIfUnset(probe.FailureThreshold, 3);
        Apply(probe.HttpGet);
        if (probe.Grpc is { } grpc)
        {
            grpc.Service ??= "";
        }
    }

    private static void Apply(HTTPGetAction? get)
    {
        if (get is not null)
        {
            get.Path = string.IsNullOrEmpty(get.Path) ? "/" : get.Path;
            get.Scheme = string.IsNullOrEmpty(get.Scheme) ? URIScheme.HTTP : get.Scheme;
        }
    }

    private static int OrIfUnset(int? value, int standard) => value is null or 0 ? standard : value.Value;
}
