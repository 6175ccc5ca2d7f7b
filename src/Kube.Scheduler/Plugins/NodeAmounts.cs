using System.Globalization;
using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Scheduler.Plugins;

/// <summary>Amounts of a node's resources as people write them: 500m of cpu, 512Mi of memory. What is free is rounded down, so that it can be asked for.</summary>
internal static class NodeAmounts
{
    private const long Mebibyte = 1024 * 1024;

    public static string Text(string resource, long amount) => resource switch
    {
        ResourceName.Cpu => Quantity.FromMilli(amount).ToString(),
        ResourceName.Memory or ResourceName.EphemeralStorage => Bytes(amount),
        _ => amount.ToString(CultureInfo.InvariantCulture),
    };

    private static string Bytes(long amount) => Quantity.FromLong(amount >= Mebibyte ? amount / Mebibyte * Mebibyte : amount, QuantityFormat.BinarySI).ToString();
}
