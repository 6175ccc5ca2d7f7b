using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>What the containers of one pod owe each other: at least one, names used once, host ports used once.</summary>
internal static class ContainersValidation
{
    public static void Check(PodSpec spec, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>();
        CheckList(spec.Containers ?? [], path.Child("containers"), names, volumes, errors);
        if (spec.Containers is not { Count: > 0 })
        {
            errors.Required(path.Child("containers"));
        }

        CheckList(spec.InitContainers ?? [], path.Child("initContainers"), names, volumes, errors);
        for (var i = 0; i < (spec.InitContainers?.Count ?? 0); i++)
        {
            CheckInit(spec.InitContainers![i], path.Child("initContainers").Index(i), errors);
        }

        for (var i = 0; i < (spec.Containers?.Count ?? 0); i++)
        {
            ProbeValidation.Check(spec.Containers![i], path.Child("containers").Index(i), errors);
        }

        CheckHostPorts(spec, path, errors);
        ResizePolicyValidation.Check(spec, path, errors);
    }

    private static void CheckList(List<Container> containers, FieldPath path, HashSet<string> names, IReadOnlySet<string> volumes, FieldErrors errors)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            ContainerValidation.Check(containers[i], volumes, path.Index(i), errors);
            if (containers[i].Name is { Length: > 0 } name && !names.Add(name))
            {
                errors.Duplicate(path.Index(i).Child("name"), name);
            }
        }
    }

    /// <summary>An init container runs to its end; only one that always restarts (a sidecar) lives long enough for hooks and probes.</summary>
    private static void CheckInit(Container container, FieldPath path, FieldErrors errors)
    {
        if (container.RestartPolicy == ContainerRestartPolicy.Always)
        {
            ProbeValidation.Check(container, path, errors);
            return;
        }

        const string Text = "may not be set for init containers without restartPolicy=Always";
        (string Field, object? Value)[] refused =
        [
            ("lifecycle", container.Lifecycle), ("livenessProbe", container.LivenessProbe),
            ("readinessProbe", container.ReadinessProbe), ("startupProbe", container.StartupProbe),
        ];
        foreach (var (field, _) in refused.Where(r => r.Value is not null))
        {
            errors.Forbidden(path.Child(field), Text);
        }
    }

    private static void CheckHostPorts(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        var used = new HashSet<string>();
        var containers = spec.Containers ?? [];
        for (var i = 0; i < containers.Count; i++)
        {
            for (var j = 0; j < (containers[i].Ports?.Count ?? 0); j++)
            {
                var port = containers[i].Ports![j];
                var at = path.Child("containers").Index(i).Child("ports").Index(j);
                if (spec.HostNetwork == true && port.HostPort != port.Port)
                {
                    errors.Invalid(at.Child("containerPort"), port.Port, "must match `hostPort` when `hostNetwork` is true");
                }

                if (port.HostPort is not > 0)
                {
                    continue;
                }

                var key = string.Create(CultureInfo.InvariantCulture, $"{port.Protocol}/{port.HostIP}/{port.HostPort}");
                if (!used.Add(key))
                {
                    errors.Duplicate(at.Child("hostPort"), key);
                }
            }
        }
    }
}
