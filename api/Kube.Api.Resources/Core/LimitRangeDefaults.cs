using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What bounds for containers have when their author does not say: limits from the maximum, requests from the limits, else from the minimum.</summary>
internal static class LimitRangeDefaults
{
    public static void Apply(LimitRange range)
    {
        foreach (var item in (range.Spec?.Limits ?? []).Where(i => i.Type == LimitType.Container))
        {
            item.Default = Fill(item.Default, item.Max);
            item.DefaultRequest = Fill(Fill(item.DefaultRequest, item.Default), item.Min);
        }
    }

    private static Dictionary<string, Quantity>? Fill(Dictionary<string, Quantity>? amounts, Dictionary<string, Quantity>? from)
    {
        foreach (var (name, amount) in from ?? [])
        {
            (amounts ??= []).TryAdd(name, amount);
        }

        return amounts;
    }
}
