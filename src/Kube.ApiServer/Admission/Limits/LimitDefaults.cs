using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.ApiServer.Admission.Limits;

/// <summary>Fills in what containers do not say, and notes in an annotation what was filled in.</summary>
internal static class LimitDefaults
{
    private const string Annotation = "kubernetes.io/limit-ranger";

    public static void Apply(Pod pod, List<LimitRangeItem> limits)
    {
        var (standard, requests) = (Merged(limits, i => i.Default), Merged(limits, i => i.DefaultRequest));
        if (pod.Spec is not { } spec || standard.Count + requests.Count == 0)
        {
            return;
        }

        var notes = (spec.Containers ?? []).SelectMany(c => Fill(c, "container", standard, requests))
            .Concat((spec.InitContainers ?? []).SelectMany(c => Fill(c, "init container", standard, requests)))
            .ToList();
        if (notes.Count > 0)
        {
            var meta = pod.Metadata ??= new ObjectMeta();
            (meta.Annotations ??= [])[Annotation] = "LimitRanger plugin set: " + string.Join("; ", notes);
        }
    }

    private static Dictionary<string, Quantity> Merged(List<LimitRangeItem> limits, Func<LimitRangeItem, Dictionary<string, Quantity>?> of)
    {
        var merged = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var (name, amount) in limits.Where(i => i.Type == LimitType.Container).SelectMany(i => of(i) ?? []))
        {
            merged[name] = amount;
        }

        return merged;
    }

    private static List<string> Fill(Container container, string what, Dictionary<string, Quantity> limits, Dictionary<string, Quantity> requests)
    {
        var resources = container.Resources ??= new ResourceRequirements();
        var setLimits = Fill(resources.Limits ??= [], limits);
        var setRequests = Fill(resources.Requests ??= [], requests);
        List<string> notes = [];
        Note(notes, setRequests, "request", what, container.Name);
        Note(notes, setLimits, "limit", what, container.Name);
        return notes;
    }

    private static List<string> Fill(Dictionary<string, Quantity> amounts, Dictionary<string, Quantity> standard) =>
        [.. standard.Where(s => amounts.TryAdd(s.Key, s.Value)).Select(s => s.Key).Order(StringComparer.Ordinal)];

    private static void Note(List<string> notes, List<string> names, string set, string what, string? container)
    {
        if (names.Count > 0)
        {
            notes.Add($"{string.Join(", ", names)} {set} for {what} {container}");
        }
    }
}
