namespace Kube.Api.Core.V1;

/// <summary>A container put into a running pod to look at it. It is never restarted and has no resources of its own.</summary>
public sealed class EphemeralContainer
{
    /// <inheritdoc cref="Container.Name" />
    [Required, ProtoField(1, 1)]
    public string? Name { get; set; }

    /// <inheritdoc cref="Container.Image" />
    [ProtoField(1, 2)]
    public string? Image { get; set; }

    /// <inheritdoc cref="Container.Command" />
    [ProtoField(1, 3)]
    public List<string>? Command { get; set; }

    /// <inheritdoc cref="Container.Args" />
    [ProtoField(1, 4)]
    public List<string>? Args { get; set; }

    /// <inheritdoc cref="Container.WorkingDir" />
    [ProtoField(1, 5)]
    public string? WorkingDir { get; set; }

    /// <inheritdoc cref="Container.Ports" />
    [PatchMerge("containerPort"), ListMap("containerPort", "protocol"), ProtoField(1, 6)]
    public List<ContainerPort>? Ports { get; set; }

    /// <inheritdoc cref="Container.EnvFrom" />
    [ProtoField(1, 19)]
    public List<EnvFromSource>? EnvFrom { get; set; }

    /// <inheritdoc cref="Container.Env" />
    [PatchMerge("name"), ListMap("name"), ProtoField(1, 7)]
    public List<EnvVar>? Env { get; set; }

    /// <inheritdoc cref="Container.Resources" />
    [ProtoField(1, 8)]
    public ResourceRequirements? Resources { get; set; }

    /// <inheritdoc cref="Container.ResizePolicy" />
    [ProtoField(1, 23)]
    public List<ContainerResizePolicy>? ResizePolicy { get; set; }

    /// <inheritdoc cref="Container.RestartPolicy" />
    [ProtoField(1, 24, IsPointer = true)]
    public string? RestartPolicy { get; set; }

    /// <inheritdoc cref="Container.RestartPolicyRules" />
    [ProtoField(1, 25)]
    public List<ContainerRestartRule>? RestartPolicyRules { get; set; }

    /// <inheritdoc cref="Container.VolumeMounts" />
    [PatchMerge("mountPath"), ListMap("mountPath"), ProtoField(1, 9)]
    public List<VolumeMount>? VolumeMounts { get; set; }

    /// <inheritdoc cref="Container.VolumeDevices" />
    [PatchMerge("devicePath"), ListMap("devicePath"), ProtoField(1, 21)]
    public List<VolumeDevice>? VolumeDevices { get; set; }

    /// <inheritdoc cref="Container.LivenessProbe" />
    [ProtoField(1, 10, IsPointer = true)]
    public Probe? LivenessProbe { get; set; }

    /// <inheritdoc cref="Container.ReadinessProbe" />
    [ProtoField(1, 11, IsPointer = true)]
    public Probe? ReadinessProbe { get; set; }

    /// <inheritdoc cref="Container.StartupProbe" />
    [ProtoField(1, 22, IsPointer = true)]
    public Probe? StartupProbe { get; set; }

    /// <inheritdoc cref="Container.Lifecycle" />
    [ProtoField(1, 12, IsPointer = true)]
    public Lifecycle? Lifecycle { get; set; }

    /// <inheritdoc cref="Container.TerminationMessagePath" />
    [ProtoField(1, 13)]
    public string? TerminationMessagePath { get; set; }

    /// <inheritdoc cref="Container.TerminationMessagePolicy" />
    [ProtoField(1, 20)]
    public string? TerminationMessagePolicy { get; set; }

    /// <inheritdoc cref="Container.ImagePullPolicy" />
    [ProtoField(1, 14)]
    public string? ImagePullPolicy { get; set; }

    /// <inheritdoc cref="Container.SecurityContext" />
    [ProtoField(1, 15, IsPointer = true)]
    public SecurityContext? SecurityContext { get; set; }

    /// <inheritdoc cref="Container.Stdin" />
    [ProtoField(1, 16)]
    public bool? Stdin { get; set; }

    /// <inheritdoc cref="Container.StdinOnce" />
    [ProtoField(1, 17)]
    public bool? StdinOnce { get; set; }

    /// <inheritdoc cref="Container.Tty" />
    [ProtoField(1, 18)]
    public bool? Tty { get; set; }

    /// <summary>Container whose processes it shall see.</summary>
    [ProtoField(2)]
    public string? TargetContainerName { get; set; }
}
