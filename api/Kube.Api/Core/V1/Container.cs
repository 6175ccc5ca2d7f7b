namespace Kube.Api.Core.V1;

/// <summary>One container: an image, what to run in it and what it gets.</summary>
public sealed class Container
{
    /// <summary>Name, unique in the pod; a DNS label.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Image to run, with registry and tag or digest as needed.</summary>
    [ProtoField(2)]
    public string? Image { get; set; }

    /// <summary>Program to run instead of the image's entry point. $(NAME) stands for an environment variable, $$ for a dollar sign.</summary>
    [ProtoField(3)]
    public List<string>? Command { get; set; }

    /// <summary>Arguments instead of the image's own. $(NAME) stands for an environment variable.</summary>
    [ProtoField(4)]
    public List<string>? Args { get; set; }

    /// <summary>Directory to start in; the image's own when absent.</summary>
    [ProtoField(5)]
    public string? WorkingDir { get; set; }

    /// <summary>Ports the container listens on. Documentation and names for Services and probes; unlisted ports are reachable too.</summary>
    [PatchMerge("containerPort"), ListMap("containerPort", "protocol"), ProtoField(6)]
    public List<ContainerPort>? Ports { get; set; }

    /// <summary>ConfigMaps and Secrets of which every key becomes an environment variable. Later entries and env win.</summary>
    [ProtoField(19)]
    public List<EnvFromSource>? EnvFrom { get; set; }

    /// <summary>Environment variables.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(7)]
    public List<EnvVar>? Env { get; set; }

    /// <summary>Resources to set aside for the container and the most it may use.</summary>
    [ProtoField(8)]
    public ResourceRequirements? Resources { get; set; }

    /// <summary>Which resources may change without a restart.</summary>
    [ProtoField(23)]
    public List<ContainerResizePolicy>? ResizePolicy { get; set; }

    /// <summary>Overrides the pod's restartPolicy for this container. Always makes an init container a sidecar.</summary>
    [ProtoField(24, IsPointer = true)]
    public string? RestartPolicy { get; set; }

    /// <summary>Exceptions from restartPolicy, by exit code; the first that fits decides.</summary>
    [ProtoField(25)]
    public List<ContainerRestartRule>? RestartPolicyRules { get; set; }

    /// <summary>Volumes of the pod and where they appear in the container.</summary>
    [PatchMerge("mountPath"), ListMap("mountPath"), ProtoField(9)]
    public List<VolumeMount>? VolumeMounts { get; set; }

    /// <summary>Raw block devices and where they appear in the container.</summary>
    [PatchMerge("devicePath"), ListMap("devicePath"), ProtoField(21)]
    public List<VolumeDevice>? VolumeDevices { get; set; }

    /// <summary>Check whose failure restarts the container.</summary>
    [ProtoField(10, IsPointer = true)]
    public Probe? LivenessProbe { get; set; }

    /// <summary>Check whose failure takes the pod out of its Services.</summary>
    [ProtoField(11, IsPointer = true)]
    public Probe? ReadinessProbe { get; set; }

    /// <summary>Check that must succeed once before the other two begin; its failure restarts the container.</summary>
    [ProtoField(22, IsPointer = true)]
    public Probe? StartupProbe { get; set; }

    /// <summary>What to run after the container starts and before it stops.</summary>
    [ProtoField(12, IsPointer = true)]
    public Lifecycle? Lifecycle { get; set; }

    /// <summary>File whose contents are kept as the message of the container's end. Default /dev/termination-log.</summary>
    [ProtoField(13)]
    public string? TerminationMessagePath { get; set; }

    /// <summary>File (default), or FallbackToLogsOnError to take the end of the log when the file is empty.</summary>
    [ProtoField(20)]
    public string? TerminationMessagePolicy { get; set; }

    /// <summary>Always, IfNotPresent or Never. Default Always for the tag latest or no tag, else IfNotPresent.</summary>
    [ProtoField(14)]
    public string? ImagePullPolicy { get; set; }

    /// <summary>User, rights and kernel settings; wins over the pod's.</summary>
    [ProtoField(15, IsPointer = true)]
    public SecurityContext? SecurityContext { get; set; }

    /// <summary>True to keep an input stream open for attaching. Default false.</summary>
    [ProtoField(16)]
    public bool? Stdin { get; set; }

    /// <summary>True to close the input after the first client leaves. Default false.</summary>
    [ProtoField(17)]
    public bool? StdinOnce { get; set; }

    /// <summary>True to give the container a terminal; needs stdin. Default false.</summary>
    [ProtoField(18)]
    public bool? Tty { get; set; }
}
