using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a container's three probes.</summary>
internal static class ProbeValidation
{
    public static void Check(Container container, FieldPath path, FieldErrors errors)
    {
        Check(container.LivenessProbe, path.Child("livenessProbe"), errors);
        CheckOnce(container.LivenessProbe, path.Child("livenessProbe"), errors);
        Check(container.ReadinessProbe, path.Child("readinessProbe"), errors);
        if (container.ReadinessProbe?.TerminationGracePeriodSeconds is { } seconds)
        {
            errors.Invalid(path.Child("readinessProbe", "terminationGracePeriodSeconds"), seconds, "must not be set for readinessProbes");
        }

        Check(container.StartupProbe, path.Child("startupProbe"), errors);
        CheckOnce(container.StartupProbe, path.Child("startupProbe"), errors);
    }

    private static void Check(Probe? probe, FieldPath path, FieldErrors errors)
    {
        if (probe is null)
        {
            return;
        }

        HandlerValidation.CheckOne(path, errors, ("exec", probe.Exec), ("httpGet", probe.HttpGet), ("tcpSocket", probe.TcpSocket), ("grpc", probe.Grpc));
        HandlerValidation.Check(probe.Exec, path.Child("exec"), errors);
        HandlerValidation.Check(probe.HttpGet, path.Child("httpGet"), errors);
        HandlerValidation.Check(probe.TcpSocket, path.Child("tcpSocket"), errors);
        if (probe.Grpc is { } grpc)
        {
            FieldRules.Port(grpc.Port, path.Child("grpc", "port"), errors);
        }

        FieldRules.NonNegative(probe.InitialDelaySeconds, path.Child("initialDelaySeconds"), errors);
        FieldRules.NonNegative(probe.TimeoutSeconds, path.Child("timeoutSeconds"), errors);
        FieldRules.NonNegative(probe.PeriodSeconds, path.Child("periodSeconds"), errors);
        FieldRules.NonNegative(probe.SuccessThreshold, path.Child("successThreshold"), errors);
        FieldRules.NonNegative(probe.FailureThreshold, path.Child("failureThreshold"), errors);
        if (probe.TerminationGracePeriodSeconds <= 0)
        {
            errors.Invalid(path.Child("terminationGracePeriodSeconds"), probe.TerminationGracePeriodSeconds, "must be greater than 0");
        }
    }

    /// <summary>A container that failed is restarted, so that one success is all that can be asked of it.</summary>
    private static void CheckOnce(Probe? probe, FieldPath path, FieldErrors errors)
    {
        if (probe is { SuccessThreshold: not 1 })
        {
            errors.Invalid(path.Child("successThreshold"), probe.SuccessThreshold, "must be 1");
        }
    }
}
